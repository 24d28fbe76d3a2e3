package dev.gradus.studio.models;

import dev.gradus.data.Dataset;
import dev.gradus.train.Model;
import dev.gradus.train.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What one can ask the model that is open about one example: what it takes it for, what spoke for that, and
/// which of the examples it learned from are most like it.
public final class Asking {
    private static final int NEAREST = 6;

    private @Nullable Neighbours neighbours;
    private @Nullable Model neighboursOf;

    /// Answers what the model takes an example for.
    public static Map<String, Object> answer(Opened opened, float[] example) {
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "answer");
        words.put("ranking", ranking(opened.model().predict(example)));
        return words;
    }

    static List<Map<String, Object>> ranking(Prediction prediction) {
        return prediction.ranking().stream()
                .map(it -> Map.<String, Object>of("label", it.index(), "p", it.probability()))
                .toList();
    }

    /// Answers which parts of an example spoke for a class.
    public static Map<String, Object> explain(Opened opened, float[] example, int label) {
        var found =
                opened.subject().isPictures()
                        ? Occlusion.ofPicture(opened.model(), example, label)
                        : Occlusion.ofRow(
                                opened.model(), example, label, means(opened.parts().train()));
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "explanation");
        words.put("label", label);
        words.put("p", found.probability());
        words.put("effects", rounded(found.effects()));
        return words;
    }

    /// A thousandth of a percent is more than anyone sees.
    private static double[] rounded(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.round(values[i] * 1e5) / 1e5)
                .toArray();
    }

    private static float[] means(Dataset examples) {
        var sums = new double[examples.exampleShape().count()];
        for (var i = 0; i < examples.size(); i++) {
            var row = examples.features(i);
            for (var j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        var means = new float[sums.length];
        for (var j = 0; j < sums.length; j++) {
            means[j] = (float) (sums[j] / examples.size());
        }
        return means;
    }

    /// Answers which examples that the model learned from are most like this one.
    public Map<String, Object> nearest(Opened opened, float[] example) {
        var train = opened.parts().train();
        var known = neighbours;
        if (known == null || neighboursOf != opened.model()) {
            known = new Neighbours(opened.model(), train);
            neighbours = known;
            neighboursOf = opened.model();
        }
        var found =
                known.of(example, NEAREST).stream()
                        .map(it -> {
                            var words = Example.words(train, it.index());
                            words.put("distance", it.distance());
                            return words;
                        })
                        .toList();
        return Map.of("is", "nearest", "examples", found);
    }
}
