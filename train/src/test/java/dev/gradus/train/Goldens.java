package dev.gradus.train;

import dev.gradus.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The figures of scikit-learn, made by `tools/goldens/metric_goldens.py`.
final class Goldens {
    private static final Map<String, Object> ALL = read();

    private Goldens() {}

    /// One set of predictions with its figures.
    record Case(Map<?, ?> values) {
        int[] wholes(String name) {
            return doubles(values.get(name)).mapToInt(value -> (int) value).toArray();
        }

        double[] reals(String name) {
            return doubles(values.get(name)).toArray();
        }

        double real(String name) {
            return ((Number) values.get(name)).doubleValue();
        }

        int[][] rows(String name) {
            return ((List<?>) values.get(name))
                    .stream()
                            .map(row -> doubles(row).mapToInt(value -> (int) value).toArray())
                            .toArray(int[][]::new);
        }

        List<String> classes() {
            return IntStream.range(0, (int) real("classes")).mapToObj(i -> "class " + i).toList();
        }

        Predictions predictions() {
            var rows = (List<?>) values.get("probabilities");
            var flat = rows.stream().flatMapToDouble(Goldens::doubles).toArray();
            var floats = new float[flat.length];
            for (var i = 0; i < flat.length; i++) {
                floats[i] = (float) flat[i];
            }
            return new Predictions(classes(), wholes("truth"), floats);
        }

        @Override
        public String toString() {
            return String.valueOf(values.get("name"));
        }
    }

    static Stream<Case> cases() {
        return ((List<?>) ALL.get("cases")).stream().map(values -> new Case((Map<?, ?>) values));
    }

    static Case percentiles() {
        return new Case((Map<?, ?>) ALL.get("percentiles"));
    }

    private static java.util.stream.DoubleStream doubles(Object list) {
        return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue());
    }

    private static Map<String, Object> read() {
        try (var in = Goldens.class.getResourceAsStream("/metric_goldens.json")) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
