package dev.gradus.studio.results;

import dev.gradus.train.Model;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often a model's answers to test examples were looked at since the studio was opened: to choose by them
/// is to fit them.
final class Ledger {
    private static final Map<String, Integer> LOOKS = new ConcurrentHashMap<>();

    private Ledger() {}

    static void looked(Model model) {
        LOOKS.merge(model.weightsSha256(), 1, Integer::sum);
    }

    static int looks(Model model) {
        return LOOKS.getOrDefault(model.weightsSha256(), 0);
    }

    /// Returns whether it was judged by test examples when it was saved.
    static boolean judgedBefore(Model model) {
        return model.provenance().metrics().containsKey("test accuracy");
    }
}
