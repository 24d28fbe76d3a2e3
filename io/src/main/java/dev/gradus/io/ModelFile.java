package dev.gradus.io;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A trained network in one file, with all it takes to use it: `fashion.gradus`.
///
/// The file is a zip of `model.json` (the layers, what goes in, what comes out, the preprocessing,
/// where it comes from), `weights.safetensors`, and `manifest.json`, which holds the SHA-256 of the
/// other two. It holds numbers and descriptions, never code: reading one cannot run anything, and
/// one that is damaged is refused. The hashes show damage; they do not show who made the file.
///
/// @param layer the network
/// @param inputShape the shape of one example
/// @param classes the names of the classes, or none
/// @param preprocessing what is done to an example first, as text, numbers, lists and maps
/// @param provenance where it comes from
public record ModelFile(
        Layer layer,
        Shape inputShape,
        List<String> classes,
        Map<String, Object> preprocessing,
        Provenance provenance) {
    private static final String MANIFEST = "manifest.json";
    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String FORMAT = "gradus model";
    private static final int VERSION = 1;

    /// Copies the collections.
    public ModelFile {
        classes = List.copyOf(classes);
        preprocessing = Collections.unmodifiableMap(new LinkedHashMap<>(preprocessing));
    }

    /// Writes the file, wholly or not at all.
    ///
    /// A network with layers of the user's own is written too; to read it again, the user hands in
    /// the built network: [#read(Path, Layer, Limits)].
    ///
    /// @throws ModelFileException if a weight is not a number
    /// @throws UncheckedIOException if the file cannot be written
    public void write(Path file) {
        var weights = Weights.of(layer);
        weights.checkNoneIsNaN();
        var model = json(description());
        var numbers = weights.bytes();
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", FORMAT);
        manifest.put("version", VERSION);
        manifest.put(MODEL, Sha256.of(model));
        manifest.put(WEIGHTS, Sha256.of(numbers));
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(MANIFEST, json(manifest));
        entries.put(MODEL, model);
        entries.put(WEIGHTS, numbers);
        try {
            AtomicFile.write(file, out -> Archive.write(out, entries));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] json(Map<String, Object> value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    /// Returns everything but the weights as text, numbers, lists and maps: what [#of] makes the network of
    /// again.
    public Map<String, Object> description() {
        var model = new LinkedHashMap<String, Object>();
        var network =
                layer instanceof BuiltLayer built
                        ? SpecText.describe(built.spec())
                        : Optional.<Map<String, Object>>empty();
        network.ifPresent(spec -> model.put("network", spec));
        if (network.isEmpty()) {
            model.put("ownNetwork", layer.getClass().getSimpleName());
        }
        model.put("input", inputShape.toArray());
        model.put("classes", classes);
        model.put("preprocessing", preprocessing);
        model.put("provenance", provenance.description());
        return model;
    }

    /// Reads a file with the usual limits.
    ///
    /// @throws ModelFileException if it is missing, cut off, damaged, too large or something else
    public static ModelFile read(Path file) {
        return read(file, Limits.USUAL);
    }

    /// Reads a file.
    ///
    /// @throws ModelFileException if it is missing, cut off, damaged, too large or something else
    public static ModelFile read(Path file, Limits limits) {
        return read(file, Optional.empty(), limits);
    }

    /// Reads a file whose network has layers of the user's own, and gives `own` its weights.
    ///
    /// @param own the network, built as it was when it was trained
    /// @throws ModelFileException if the file is refused or holds the weights of another network
    public static ModelFile read(Path file, Layer own, Limits limits) {
        return read(file, Optional.of(own), limits);
    }

    private static ModelFile read(Path file, Optional<Layer> own, Limits limits) {
        var most = new LinkedHashMap<String, Long>();
        most.put(MANIFEST, 1L << 16);
        most.put(MODEL, (long) limits.headerBytes());
        most.put(WEIGHTS, limits.fileBytes());
        var entries = Archive.read(file, most, limits.fileBytes());
        try {
            var manifest = new Fields("the manifest", Json.read(content(entries, MANIFEST)));
            checkVersion(manifest);
            checkHash(manifest, MODEL, content(entries, MODEL));
            checkHash(manifest, WEIGHTS, content(entries, WEIGHTS));
            var model = new Fields("the model", Json.read(content(entries, MODEL)));
            return read(model, Weights.read(content(entries, WEIGHTS), limits), own, limits);
        } catch (ModelFileException | JsonException e) {
            throw new ModelFileException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Returns the model of this description with these weights.
    ///
    /// @throws ModelFileException if the description is none of ours, or the weights are another network's
    public static ModelFile of(Map<String, Object> description, Weights weights) {
        return read(new Fields("the model", description), weights, Optional.empty(), Limits.USUAL);
    }

    private static byte[] content(Map<String, byte[]> entries, String name) {
        return java.util.Objects.requireNonNull(entries.get(name));
    }

    private static void checkVersion(Fields manifest) {
        if (!manifest.text("format").equals(FORMAT)) {
            throw new ModelFileException("this is a zip, but no model of Gradus");
        }
        if (manifest.whole("version") != VERSION) {
            throw new ModelFileException(
                    "this is version %d of the format and version %d is read: use a newer Gradus"
                            .formatted(manifest.whole("version"), VERSION));
        }
        manifest.only("format", "version", MODEL, WEIGHTS);
    }

    private static void checkHash(Fields manifest, String name, byte[] content) {
        if (!Sha256.of(content).equals(manifest.text(name))) {
            throw new ModelFileException(
                    "%s is not what was saved (its SHA-256 differs): the file was changed or damaged, copy or download it again"
                            .formatted(name));
        }
    }

    private static ModelFile read(
            Fields model, Weights weights, Optional<Layer> own, Limits limits) {
        model.only("network", "ownNetwork", "input", "classes", "preprocessing", "provenance");
        weights.checkNoneIsNaN();
        var input = input(model.wholeNumbers("input"), limits);
        var layer = own.orElseGet(() -> build(model, input, weights));
        weights.into(layer);
        return new ModelFile(
                layer,
                input,
                model.texts("classes"),
                model.map("preprocessing"),
                Provenance.of(model.object("provenance")));
    }

    private static Shape input(long[] sizes, Limits limits) {
        var count = 1L;
        for (var size : sizes) {
            count = size > limits.exampleNumbers() ? Long.MAX_VALUE : count * size;
            if (count < 1 || count > limits.exampleNumbers() || sizes.length > 16) {
                throw new ModelFileException(
                        "the network is built for examples of shape %s: 1 to %d numbers are allowed"
                                .formatted(
                                        Arrays.toString(
                                                Arrays.copyOf(sizes, Math.min(16, sizes.length))),
                                        limits.exampleNumbers()));
            }
        }
        return Shape.of(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
    }

    private static Layer build(Fields model, Shape input, Weights weights) {
        if (model.has("ownNetwork")) {
            throw new ModelFileException(
                    "the network has layers of its maker's own (%s), which a file cannot hold: build it and hand it in, Model.load(path, layer)"
                            .formatted(model.text("ownNetwork")));
        }
        var spec = SpecText.read(model.map("network"));
        return build(spec, input, weights);
    }

    private static Layer build(LayerSpec spec, Shape input, Weights weights) {
        try {
            return Awaited.within(weights.count(), () -> spec.build(input, new Seed(0)));
        } catch (ModelFileException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException(
                    "the layers of the network do not fit together: " + e.getMessage(), e);
        }
    }
}
