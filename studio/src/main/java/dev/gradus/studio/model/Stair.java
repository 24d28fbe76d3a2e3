package dev.gradus.studio.model;

import dev.gradus.studio.model.Calculation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The terms of a sum as steps few enough to be drawn, which come to the same.
final class Stair {
    static final int MOST_STEPS = 12;

    /// Of what was made on the way so many steps are drawn, which have less room.
    static final int FEW_STEPS = 7;

    private Stair() {}

    /// One step.
    ///
    /// @param what what it stands for: a term, a channel of a window, all others, the bias
    /// @param number which one, or how many others
    /// @param value how far it goes up
    record Step(What what, int number, double value) {
        Map<String, Object> described() {
            return Map.of("what", what.name().toLowerCase(java.util.Locale.ROOT), "number", number);
        }
    }

    /// What a step stands for.
    enum What {
        TERM,
        CHANNEL,
        OTHERS,
        BIAS
    }

    static List<Step> of(Calculation account) {
        return of(account, MOST_STEPS);
    }

    /// Returns at most `most` steps and the bias.
    static List<Step> of(Calculation account, int most) {
        if (account.kind() != Kind.WEIGHTED
                && account.kind() != Kind.ADDED
                && account.kind() != Kind.NORMALISED) {
            return List.of();
        }
        var steps = new ArrayList<>(kept(parts(account), account, most));
        account.bias().ifPresent(bias -> steps.add(new Step(What.BIAS, 0, bias)));
        return steps;
    }

    /// The terms, or where a window sees several channels what each of these comes to.
    private static List<Step> parts(Calculation account) {
        var terms = account.terms();
        var window = account.size().stream().mapToInt(size -> size).reduce(1, (a, b) -> a * b);
        var seen = account.size().isEmpty() || window == 0 ? 1 : terms.size() / window;
        if (seen <= 1 || account.left() > 0 || terms.size() % window != 0) {
            return IntStream.range(0, terms.size())
                    .mapToObj(i -> new Step(What.TERM, i, terms.get(i).product()))
                    .toList();
        }
        var sums = new double[seen];
        for (var i = 0; i < terms.size(); i++) {
            sums[i % seen] += terms.get(i).product();
        }
        return IntStream.range(0, seen).mapToObj(c -> new Step(What.CHANNEL, c, sums[c])).toList();
    }

    private static List<Step> kept(List<Step> parts, Calculation account, int most) {
        if (parts.size() <= most && account.left() == 0) {
            return parts;
        }
        var largest =
                parts.stream()
                        .sorted(Comparator.comparingDouble((Step step) -> -Math.abs(step.value)))
                        .limit(most - 2)
                        .toList();
        var kept = new ArrayList<>(largest);
        kept.sort(Comparator.comparingInt(Step::number));
        var all = account.sum() - account.bias().orElse(0);
        var listed = kept.stream().mapToDouble(Step::value).sum();
        kept.add(new Step(What.OTHERS, parts.size() - kept.size() + account.left(), all - listed));
        return kept;
    }
}
