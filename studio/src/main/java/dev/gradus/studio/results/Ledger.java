package dev.gradus.studio.results;

import dev.gradus.studio.models.Opened;
import dev.gradus.train.Model;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often a model's answers to test examples were looked at since the studio was opened: to choose by them
/// is to fit them. Each moment of its training that is judged by them is a look: a moment can be chosen too.
final class Ledger {
    private static final Map<String, Integer> LOOKS = new ConcurrentHashMap<>();

    private Ledger() {}

    static void looked(Opened opened) {
        LOOKS.merge(page(opened), 1, Integer::sum);
    }

    static int looks(Opened opened) {
        return LOOKS.getOrDefault(page(opened), 0);
    }

    /// One model may stand in the list twice, as a run and as the file that it ended with.
    private static String page(Opened opened) {
        return opened.past()
                .map(it -> it.run().id())
                .orElseGet(() -> opened.model().weightsSha256());
    }

    /// Returns whether it was judged by test examples when it was saved.
    static boolean judgedBefore(Model model) {
        return model.provenance().metrics().containsKey("test accuracy");
    }
}
