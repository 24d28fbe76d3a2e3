package dev.gradus.studio.results;

import dev.gradus.studio.models.Example;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The examples behind the numbers.
final class Cells {
    /// How many are said at once.
    static final int SHOWN = 14;

    private static final int ANSWERS = 3;

    private Cells() {}

    /// Returns examples of one class that were called another: the surest mistakes first, and of those that
    /// are right the least sure ones.
    static Map<String, Object> cell(Judged judged, int truth, int said, int from) {
        var predictions = judged.evaluation().predictions();
        Comparator<Integer> bySureness =
                Comparator.comparingDouble(i -> predictions.probability(i, said));
        var all =
                IntStream.range(0, predictions.size())
                        .filter(i -> predictions.truth(i) == truth)
                        .filter(i -> predictions.predicted(i) == said)
                        .boxed()
                        .sorted(truth == said ? bySureness : bySureness.reversed())
                        .toList();
        var words = words(judged, all, from);
        words.put("is", "cell");
        words.put("truth", truth);
        words.put("said", said);
        return words;
    }

    /// Returns the mistakes it was surest of, of all classes.
    static Map<String, Object> mistakes(Judged judged, int from) {
        var all = Arrays.stream(judged.evaluation().predictions().mistakes()).boxed().toList();
        var words = words(judged, all, from);
        words.put("is", "mistakes");
        return words;
    }

    private static Map<String, Object> words(Judged judged, List<Integer> all, int from) {
        var words = new LinkedHashMap<String, Object>();
        words.put("total", all.size());
        words.put("from", from);
        words.put(
                "examples",
                all.stream().skip(from).limit(SHOWN).map(i -> words(judged, i)).toList());
        return words;
    }

    private static Map<String, Object> words(Judged judged, int i) {
        var words = Example.words(judged.data(), i);
        words.put(
                "ranking",
                judged.evaluation().predictions().prediction(i).top(ANSWERS).stream()
                        .map(it -> Map.of("label", it.index(), "p", it.probability()))
                        .toList());
        return words;
    }
}
