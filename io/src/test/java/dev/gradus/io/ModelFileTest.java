package dev.gradus.io;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.gatedDense;
import static dev.gradus.nn.Layers.lowRank;
import static dev.gradus.nn.Layers.mixtureOfExperts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Shape INPUT = Shape.of(4, 4, 1);

    @TempDir private Path folder;
    private Path file;

    /// A layer of a user's own.
    record Doubled(Dense inner) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return inner.apply(x).mul(2);
        }
    }

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("a.gradus");
    }

    private static Sequential network() {
        return Sequential.of(conv2d(2, 3, RELU), batchNorm(), flatten(), dropout(0.5), dense(3))
                .build(INPUT, Seed.seed(3));
    }

    private static ModelFile model(Layer layer) {
        return new ModelFile(
                layer,
                INPUT,
                List.of("a", "b", "c"),
                Map.of("kind", "scale", "divisor", 255.0),
                Provenance.now("data", "0123", 7, "gradus quickstart", Map.of("epochs", 5L))
                        .metrics(Map.of("accuracy", 0.9)));
    }

    private void refused(String... words) {
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(file))
                .withMessageContaining("a.gradus")
                .satisfies(refusal -> assertThat(words).allMatch(refusal.getMessage()::contains));
    }

    private Map<String, byte[]> entries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /// Writes entries as any program that makes zips would.
    private void zip(Map<String, byte[]> entries) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    /// Changes an entry and makes the manifest agree with it.
    private void forge(String name, UnaryOperator<String> change) throws IOException {
        var entries = entries();
        var changed =
                change.apply(new String(entries.get(name), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
        forge(name, changed);
    }

    private void forge(String name, byte[] changed) throws IOException {
        var entries = entries();
        entries.put(name, changed);
        var manifest = Json.read(entries.get("manifest.json"));
        manifest.put(name, Sha256.of(changed));
        entries.put("manifest.json", Json.write(manifest).getBytes(StandardCharsets.UTF_8));
        zip(entries);
    }

    @Test
    void everythingComesBack() {
        var saved = model(network());
        saved.write(file);

        var back = ModelFile.read(file);

        assertThat(Weights.of(back.layer()).sha256()).isEqualTo(Weights.of(saved.layer()).sha256());
        assertThat(back.layer()).hasToString(saved.layer().toString());
        assertThat(back.inputShape()).isEqualTo(INPUT);
        assertThat(back.classes()).containsExactly("a", "b", "c");
        assertThat(back.preprocessing()).isEqualTo(saved.preprocessing());
        assertThat(back.provenance()).isEqualTo(saved.provenance());
    }

    @Test
    void savedAgainItIsTheSameFile() throws IOException {
        model(network()).write(file);
        var again = folder.resolve("again.gradus");

        ModelFile.read(file).write(again);

        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void theWeightsAreAFileOfSafetensors() throws IOException {
        var network = network();
        model(network).write(file);

        var weights = Safetensors.read(entries().get("weights.safetensors"), Limits.USUAL);

        assertThat(weights.tensors().keySet())
                .containsExactlyInAnyOrderElementsOf(Parameters.of(network).keySet());
    }

    @Test
    void aFileThatAnotherProgramPackedAgainIsReadToo() throws IOException {
        var saved = model(network());
        saved.write(file);
        zip(entries());

        assertThat(Weights.of(ModelFile.read(file).layer()).sha256())
                .isEqualTo(Weights.of(saved.layer()).sha256());
    }

    @Test
    void aNetworkOfOnesOwnIsHandedInToBeRead() {
        var own = new Doubled(dense(3).build(Shape.of(4), Seed.seed(1)));
        model(own).write(file);

        refused("layers of its maker's own (Doubled)", "Model.load(path, layer)");
        var fresh = new Doubled(dense(3).build(Shape.of(4), Seed.seed(2)));
        ModelFile.read(file, fresh, Limits.USUAL);

        assertThat(Weights.of(fresh).sha256()).isEqualTo(Weights.of(own).sha256());
        var other = new Doubled(dense(2).build(Shape.of(4), Seed.seed(2)));
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(file, other, Limits.USUAL))
                .withMessageContainingAll("inner.", "different networks");
    }

    @Test
    void whatIsNoFileOrNoModelIsRefused() throws IOException {
        refused("there is no model file");
        Files.createDirectory(file);
        refused("is a folder");
        Files.delete(file);
        Files.write(file, new byte[0]);
        refused("it is empty");
        Files.writeString(file, "GIF89a");
        refused("no model of Gradus", "GIF8");
        Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M'});
        refused("\\x93NUM");
        Files.writeString(file, "PK but not really");
        refused("damaged or cut off");
        zip(Map.of("word/document.xml", new byte[9]));
        refused("a zip of 1 entries", "word/document.xml");
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        model(network()).write(file);
        var whole = Files.readAllBytes(file);

        for (var part = 0; part < 20; part++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * part / 20));
            refused();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        refused();
    }

    @Test
    void aFlippedBitIsNoticedOrChangesNothing() throws IOException {
        var saved = model(network());
        saved.write(file);
        var sha = Weights.of(saved.layer()).sha256();
        var whole = Files.readAllBytes(file);
        var random = new SplittableRandom(11);
        var noticed = 0;

        for (var i = 0; i < 500; i++) {
            var flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                var back = ModelFile.read(file);
                assertThat(Weights.of(back.layer()).sha256()).isEqualTo(sha);
                assertThat(back.provenance()).isEqualTo(saved.provenance());
                assertThat(back.classes()).isEqualTo(saved.classes());
                assertThat(back.preprocessing()).isEqualTo(saved.preprocessing());
            } catch (ModelFileException _) {
                noticed++;
            }
        }
        // what goes unnoticed lies in fields of the zip that mean nothing here, such as times
        assertThat(noticed).isGreaterThan(400);
    }

    @Test
    void aChangedEntryIsNoticedByItsHash() throws IOException {
        for (var name : List.of("model.json", "weights.safetensors")) {
            model(network()).write(file);
            var entries = entries();
            entries.get(name)[entries.get(name).length - 2] ^= 1;
            zip(entries);

            refused(name, "SHA-256 differs");
        }
    }

    @Test
    void missingStrayAndDoubleEntriesAreRefused() throws IOException {
        model(network()).write(file);
        var whole = entries();

        var entries = new LinkedHashMap<>(whole);
        entries.remove("weights.safetensors");
        zip(entries);
        refused("a zip of 2 entries");

        for (var name :
                List.of("evil.class", "../../outside", "/etc/passwd", "C:\\x", "Model.json")) {
            entries = new LinkedHashMap<>(whole);
            entries.put(name, new byte[1]);
            zip(entries);
            refused("a zip of 4 entries");

            entries.remove("model.json");
            zip(entries);
            refused(
                    "a zip of 3 entries",
                    "exactly [manifest.json, model.json, weights.safetensors]");
        }

        entries = new LinkedHashMap<>(whole);
        entries.remove("manifest.json");
        entries.put("mode_.json", whole.get("model.json"));
        zip(entries);
        // both copies of the name, before the content and in the directory at the end
        replaceInFile("mode_.json", "model.json");
        refused("a zip of 3 entries");
    }

    private void replaceInFile(String from, String to) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Test
    void manyEntriesAreRefusedWithoutBeingRead() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < 70_000; i++) {
            entries.put("e" + i, new byte[0]);
        }
        zip(entries);

        refused("a zip of 70000 entries");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        model(network()).write(file);
        var entries = entries();
        entries.put("weights.safetensors", new byte[50_000_000]);
        zip(entries);
        assertThat(Files.size(file)).isLessThan(100_000);

        refused("weights.safetensors claims 50000000 bytes", "100 times the packed size");
    }

    @Test
    void anEntryThatHoldsMoreThanItClaimsIsRefused() throws IOException {
        model(network()).write(file);
        var entries = entries();
        // compresses well, but not suspiciously
        entries.put(
                "weights.safetensors",
                "0123456789abcdef".repeat(64).getBytes(StandardCharsets.UTF_8));
        zip(entries);
        var bytes = Files.readAllBytes(file);
        var directory =
                new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("weights.safetensors");
        // the claimed size stands 22 bytes before the name in the directory
        bytes[directory - 22] = 16;
        bytes[directory - 21] = 0;
        Files.write(file, bytes);

        refused();
    }

    @Test
    void limitsOfSizeAreKept() {
        model(network()).write(file);

        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(file, Limits.USUAL.fileBytes(100)))
                .withMessageContaining("at most 100 are read");
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(file, new Limits(1 << 20, 100, 10, 100)))
                .withMessageContaining("model.json claims");
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(file, new Limits(1 << 20, 10_000, 100, 15)))
                .withMessageContainingAll("[4, 4, 1]", "1 to 15 numbers");
    }

    @Test
    void aNewerVersionIsToldApartFromDamage() throws IOException {
        model(network()).write(file);
        forge("model.json", text -> text);
        var entries = entries();
        var manifest = Json.read(entries.get("manifest.json"));
        manifest.put("version", 2);
        entries.put("manifest.json", Json.write(manifest).getBytes(StandardCharsets.UTF_8));
        zip(entries);

        refused("version 2 of the format and version 1 is read: use a newer Gradus");
    }

    @Test
    void aForgedDescriptionIsRefused() throws IOException {
        var forgeries =
                Map.of(
                        "\"convolution\"", "\"java.lang.ProcessBuilder\"",
                        "\"outputs\" : 3", "\"outputs\" : 4",
                        "\"outputs\" : 3,", "\"outputs\" : 2000000000,",
                        "\"filters\" : 2,", "\"filters\" : 1000000000,",
                        "[ 4, 4, 1 ]", "[ 2000000, 2000000, 2000000 ]",
                        "[ 4, 4, 1 ],", "[ 0, 4, 1 ],",
                        "[ 4, 4, 1 ] ", "[ -4, 4, 1 ] ",
                        "\"time\" : \"2", "\"time\" : \"yesterday",
                        "\"classes\" : [", "\"classes\" : [ 1, ",
                        "\"provenance\"", "\"origin\"");
        for (var forgery : forgeries.entrySet()) {
            model(network()).write(file);
            forge(
                    "model.json",
                    text -> text.replace(forgery.getKey().strip(), forgery.getValue().strip()));

            refused();
        }
    }

    @Test
    void aNetworkTooLargeForItsWeightsIsRefusedBeforeItIsBuilt() throws IOException {
        model(network()).write(file);
        forge("model.json", text -> text.replace("\"outputs\" : 3", "\"outputs\" : 100000000"));

        refused("needs a parameter of [8, 100000000], more numbers than the file holds");
    }

    @Test
    void layersWithWeightsOfTheirOwnMakingAskForNoMoreNumbersEither() throws IOException {
        var specs =
                Map.of(
                        "gatedDense", "\"outputs\" : 3",
                        "lowRank", "\"rank\" : 3",
                        "mixtureOfExperts", "\"count\" : 3");
        for (var spec :
                List.of(
                        gatedDense(3, RELU),
                        lowRank(3, dense(2)),
                        mixtureOfExperts(3, flatten(), 1))) {
            var network = Sequential.of(spec).build(Shape.of(8), Seed.seed(1));
            new ModelFile(network, Shape.of(8), List.of(), Map.of(), Provenance.unstated())
                    .write(file);
            var size = specs.get(spec.toString().replaceAll("\\(.*", ""));
            forge("model.json", text -> text.replace(size, size.replace("3", "100000000")));
            refused("needs a parameter of [8, 100000000], more numbers than the file holds");
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        model(network()).write(file);

        forge(
                "weights.safetensors",
                Safetensors.bytes(Map.of("0.weight", Tensor.zeros(1)), Map.of()));
        refused("more numbers than the file holds");

        var weights = new LinkedHashMap<>(Weights.of(network()).tensors());
        weights.put("9.weight", Tensor.zeros(3));
        forge("weights.safetensors", Safetensors.bytes(weights, Map.of()));
        refused("the weights hold '9.weight', which the network does not have");

        weights.remove("9.weight");
        weights.put("4.bias", Tensor.of(new double[3], 3));
        forge("weights.safetensors", Safetensors.bytes(weights, Map.of()));
        refused("'4.bias' is [3] float64 in the weights but [3] float32 in the network");

        weights.remove("4.bias");
        weights.put("other", Tensor.zeros(3));
        forge("weights.safetensors", Safetensors.bytes(weights, Map.of()));
        refused("the network has a parameter '4.bias' [3], which the weights do not hold");
    }

    @Test
    void weightsThatAreNotNumbersAreNeitherWrittenNorRead() throws IOException {
        var network = network();
        model(network).write(file);
        var weights = new LinkedHashMap<>(Weights.of(network).tensors());
        weights.put("4.bias", Tensor.of(0, Float.NaN, 0));
        forge("weights.safetensors", Safetensors.bytes(weights, Map.of()));
        refused("number 1 of '4.bias' is NaN");

        Parameters.of(network).get("4.bias").set(Tensor.of(0, Float.NaN, 0));
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> model(network).write(file))
                .withMessageContaining("smaller learning rate");
    }

    @Test
    void savingThatFailsLeavesTheOldModel() throws IOException {
        var old = model(network());
        old.write(file);
        var bytes = Files.readAllBytes(file);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    Archive.write(out, Map.of("model.json", new byte[9]));
                                    throw new IOException("killed");
                                }));

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(ModelFile.read(file).classes()).isEqualTo(old.classes());
    }
}
