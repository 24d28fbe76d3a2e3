package dev.gradus.testing.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What other frameworks make of the rows of the contract: see `tools/goldens/layers`.
///
/// One line a tensor, `name|sizes|numbers`. The tensors of a row are called `dense(3) of [4] / x` and
/// so on, with `x`, `y`, `up` (the gradient of `y`), `parameter NAME`, `gradient x` and `gradient NAME`;
/// those of a layer that differs in training begin with `training` once more.
final class LayerGoldens {
    private static final Map<String, Tensor> TENSORS = read();

    private LayerGoldens() {}

    /// Returns a tensor by its whole name: `crossAttention(2) / memory`.
    static Optional<Tensor> named(String name) {
        return Optional.ofNullable(TENSORS.get(name));
    }

    static Tensor tensor(String row, String part) {
        return find(row, part)
                .orElseThrow(() ->
                        new AssertionError(
                                "no golden '%s / %s': write it down in tools/goldens/layers and run the script"
                                        .formatted(row, part)));
    }

    static Optional<Tensor> find(String row, String part) {
        return Optional.ofNullable(TENSORS.get(row + " / " + part));
    }

    static void assertEquals(Tensor actual, String row, String part, double tolerance) {
        assertEquals(actual, tensor(row, part), row + " / " + part, tolerance);
    }

    static void assertEquals(Tensor actual, Tensor expected, String name, double tolerance) {
        assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
        var numbers = actual.toDoubles();
        var wanted = expected.toDoubles();
        for (var i = 0; i < wanted.length; i++) {
            assertThat(numbers[i])
                    .as("%s, number %d", name, i)
                    .isCloseTo(wanted[i], within(tolerance * (1 + Math.abs(wanted[i]))));
        }
    }

    private static Map<String, Tensor> read() {
        try {
            var folder = Path.of(LayerGoldens.class.getResource("/goldens/layers").toURI());
            var tensors = new HashMap<String, Tensor>();
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    for (var line : Files.readAllLines(file)) {
                        if (!line.startsWith("#")) {
                            var parts = line.split("\\|", -1);
                            assertThat(tensors.put(parts[0], parse(parts[1], parts[2])))
                                    .as("a second '%s' in %s", parts[0], file)
                                    .isNull();
                        }
                    }
                }
            }
            return tensors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Tensor parse(String sizes, String numbers) {
        var shape =
                Arrays.stream(sizes.split(","))
                        .filter(size -> !size.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray();
        return Tensor.of(
                Arrays.stream(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray(),
                shape);
    }
}
