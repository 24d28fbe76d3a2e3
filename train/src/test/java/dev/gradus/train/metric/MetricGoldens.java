package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What scikit-learn, torchmetrics and pycocotools make of small data: see `tools/goldens/metrics`.
final class MetricGoldens {
    private static final Map<String, Tensor> TENSORS = read();

    private MetricGoldens() {}

    /// Outputs and targets of some examples, and weights where there are any.
    record Data(String name, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        int size() {
            return outputs.size(0);
        }

        /// Returns the examples `from` to `to`.
        Data part(int from, int to) {
            return new Data(
                    name,
                    outputs.slice(from, to),
                    targets.slice(from, to),
                    weights.map(all -> all.slice(from, to)));
        }

        Score into(Score score) {
            return score.add(outputs, targets);
        }

        Score weightedInto(Score score) {
            return score.add(outputs, targets, weights.orElseThrow());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Tensor tensor(String name) {
        return find(name)
                .orElseThrow(() ->
                        new AssertionError(
                                "no golden '%s': write it down in tools/goldens/metrics and run the script"
                                        .formatted(name)));
    }

    static Optional<Tensor> find(String name) {
        return Optional.ofNullable(TENSORS.get(name));
    }

    static Data data(String name) {
        return new Data(
                name,
                tensor("data " + name + " / outputs"),
                tensor("data " + name + " / targets"),
                find("data " + name + " / weights"));
    }

    /// Returns the data of which there is a figure of a metric.
    static List<Data> dataOf(String metric) {
        var begin = metric + " of ";
        return TENSORS.keySet().stream()
                .filter(name -> name.startsWith(begin) && !name.contains(" / "))
                .map(name -> data(name.substring(begin.length())))
                .toList();
    }

    /// Returns every metric of which there is a figure.
    static Stream<String> metrics() {
        return TENSORS.keySet().stream()
                .filter(name -> name.contains(") of "))
                .map(name -> name.substring(0, name.indexOf(") of ") + 1))
                .distinct();
    }

    private static Map<String, Tensor> read() {
        try {
            var folder = Path.of(MetricGoldens.class.getResource("/goldens/metrics").toURI());
            var tensors = new LinkedHashMap<String, Tensor>();
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    for (var line : Files.readAllLines(file)) {
                        if (!line.startsWith("#")) {
                            var parts = line.split("\\|", -1);
                            if (tensors.put(parts[0], tensor(parts[1], parts[2])) != null) {
                                throw new AssertionError(
                                        "a second '%s' in %s".formatted(parts[0], file));
                            }
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

    private static Tensor tensor(String sizes, String numbers) {
        var whole = sizes.startsWith("whole ");
        var shape =
                Arrays.stream(sizes.replace("whole ", "").split(","))
                        .filter(size -> !size.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray();
        return whole
                ? Tensor.of(
                        Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray(),
                        shape)
                : Tensor.of(
                        Arrays.stream(numbers.replace("inf", "Infinity").split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        shape);
    }
}
