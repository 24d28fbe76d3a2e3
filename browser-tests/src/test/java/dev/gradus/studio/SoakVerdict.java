package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Whether one place has taken more and more: the first fifth of its samples warms up, and of the rest the last
/// third is held to the first.
final class SoakVerdict {
    private static final double GROWTH = 1.1;

    private final String place;
    private final List<SoakSample> early;
    private final List<SoakSample> late;

    SoakVerdict(String place, List<SoakSample> all) {
        this.place = place;
        var warm = all.subList(all.size() / 5, all.size());
        var third = Math.max(1, warm.size() / 3);
        early = warm.subList(0, third);
        late = warm.subList(warm.size() - third, warm.size());
    }

    /// Fails if it has.
    void assertFlat() {
        for (var figure :
                List.<ToDoubleFunction<SoakSample>>of(SoakSample::heap, SoakSample::nodes)) {
            assertThat(median(late, figure))
                    .as("heap in MB, or nodes, of %s", place)
                    .isLessThanOrEqualTo(GROWTH * median(early, figure));
        }
        for (var count :
                List.<ToDoubleFunction<SoakSample>>of(
                        SoakSample::threads, SoakSample::files, SoakSample::processes)) {
            assertThat(median(late, count))
                    .as("threads, files or processes of %s", place)
                    .isLessThanOrEqualTo(early.stream().mapToDouble(count).max().orElseThrow());
        }
    }

    /// Returns the medians of both thirds as a row of a table.
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %s | %s | %s | %s |",
                place,
                median(early, SoakSample::heap),
                median(late, SoakSample::heap),
                both(SoakSample::nodes),
                both(SoakSample::threads),
                both(SoakSample::files),
                both(SoakSample::processes));
    }

    private String both(ToDoubleFunction<SoakSample> count) {
        var first = median(early, count);
        return first == 0 ? "" : "%.0f → %.0f".formatted(first, median(late, count));
    }

    private static double median(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
        var sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
