package dev.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Inputs and results that PyTorch and Keras wrote down: see `tools/goldens`.
public final class Goldens {
    private static final Map<String, Tensor> TENSORS = read();

    private Goldens() {}

    public static Tensor tensor(String name) {
        assertThat(TENSORS).containsKey(name);
        return TENSORS.get(name);
    }

    public static boolean has(String name) {
        return TENSORS.containsKey(name);
    }

    public static Parameter parameter(String name) {
        return Parameter.of(tensor(name));
    }

    public static Tensor whole(String name) {
        return tensor(name).cast(dev.gradus.tensor.DType.INT64);
    }

    public static void assertEquals(Tensor actual, String name, double tolerance) {
        var expected = tensor(name);
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
        var tensors = new HashMap<String, Tensor>();
        read("/loss_goldens.txt", tensors);
        read("/optimizer_goldens.txt", tensors);
        return tensors;
    }

    private static void read(String name, Map<String, Tensor> tensors) {
        try (var file = Goldens.class.getResourceAsStream(name)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .forEach(parts -> tensors.put(parts[0], tensor(parts[1], parts[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tensor tensor(String sizes, String numbers) {
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
