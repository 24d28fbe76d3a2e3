package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What PyTorch made of one row in one variant and type.
///
/// @param shapes the shapes of the inputs
/// @param inputs the numbers of the inputs
/// @param result what it gave
/// @param gradients the gradients with respect to the inputs with fractions
record Golden(List<Shape> shapes, List<double[]> inputs, Numbers result, List<Numbers> gradients) {
    /// Names a case.
    record Key(Variant variant, DType type) {}

    /// Numbers and the shape they have.
    record Numbers(Shape shape, double[] values) {
        Buffer buffer() {
            return new Buffer.Doubles(values);
        }
    }

    /// Returns all cases of `row`, or nothing if it has no file.
    static Optional<Map<Key, Golden>> of(OpCase row) {
        try (var stream = Golden.class.getResourceAsStream("/goldens/" + row.name() + ".txt")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(
                            parse(new String(stream.readAllBytes(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Key, Golden> parse(String text) {
        var cases = new LinkedHashMap<Key, Golden>();
        var parts = text.split("case ");
        for (var i = 1; i < parts.length; i++) {
            var lines = parts[i].lines().toList();
            var title = lines.getFirst().split(" ");
            var shapes = new ArrayList<Shape>();
            var inputs = new ArrayList<double[]>();
            var results = new ArrayList<Numbers>();
            var gradients = new ArrayList<Numbers>();
            for (var line : lines.subList(1, lines.size())) {
                var words = line.split(" ");
                var numbers = numbers(words);
                switch (words[0]) {
                    case "in" -> {
                        shapes.add(numbers.shape());
                        inputs.add(numbers.values());
                    }
                    case "up" -> {}
                    case "out" -> results.add(numbers);
                    case "grad" -> gradients.add(numbers);
                    default -> throw new IllegalArgumentException("unknown line: " + line);
                }
            }
            var key = new Key(Variant.valueOf(title[0]), type(title[1]));
            cases.put(key, new Golden(shapes, inputs, results.getFirst(), gradients));
        }
        return cases;
    }

    private static Numbers numbers(String[] words) {
        var inside = words[2].substring(1, words[2].length() - 1);
        var sizes = inside.isEmpty() ? new int[0] : ints(inside.split(","));
        var values = new double[words.length - 3];
        for (var i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(words[i + 3]);
        }
        return new Numbers(Shape.of(sizes), values);
    }

    private static int[] ints(String[] words) {
        var values = new int[words.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = Integer.parseInt(words[i]);
        }
        return values;
    }

    private static DType type(String label) {
        for (var type : DType.values()) {
            if (type.toString().equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type is called " + label);
    }
}
