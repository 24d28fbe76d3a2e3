package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where two values differ first.
///
/// @param text where and how, as a sentence
/// @param place the indices of the number, where it is one among several
record Difference(String text, Optional<List<Integer>> place) {
    /// Returns where `got` is not `expected`; nothing where they agree.
    static Optional<Difference> between(Shown expected, Shown got, Tolerance tolerance) {
        return switch (expected) {
            case Shown.Numbers numbers when got instanceof Shown.Numbers others ->
                    ofNumbers(numbers, others, tolerance);
            case Shown.Several several when got instanceof Shown.Several others ->
                    ofItems(several.items(), others.items(), tolerance);
            case Shown.Numbers _, Shown.Several _, Shown.Written _, Shown.Nothing _ ->
                    expected.equals(got) ? Optional.empty() : Optional.of(ofKinds(expected, got));
        };
    }

    private static Optional<Difference> ofNumbers(
            Shown.Numbers expected, Shown.Numbers got, Tolerance tolerance) {
        if (!expected.shape().equals(got.shape())) {
            return Optional.of(
                    new Difference(
                            Words.say("difference.shape", expected.kind(), got.kind()),
                            Optional.empty()));
        }
        for (var i = 0; i < expected.values().size(); i++) {
            var wanted = expected.values().get(i);
            var have = got.values().get(i);
            if (!tolerance.holds(wanted, have)) {
                var place = place(expected.shape(), i);
                var numbers = new Object[] {Shown.number(wanted), Shown.number(have)};
                return Optional.of(
                        place.isEmpty()
                                ? new Difference(
                                        Words.say("difference.number", numbers), Optional.empty())
                                : new Difference(
                                        Words.say(
                                                "difference.place", place, numbers[0], numbers[1]),
                                        Optional.of(place)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> ofItems(
            List<Shown> expected, List<Shown> got, Tolerance tolerance) {
        if (expected.size() != got.size()) {
            return Optional.of(
                    new Difference(
                            Words.say("difference.count", expected.size(), got.size()),
                            Optional.empty()));
        }
        for (var i = 0; i < expected.size(); i++) {
            var difference = between(expected.get(i), got.get(i), tolerance);
            if (difference.isPresent()) {
                return Optional.of(
                        new Difference(
                                Words.say("difference.item", i, difference.get().text()),
                                Optional.of(List.of(i))));
            }
        }
        return Optional.empty();
    }

    private static Difference ofKinds(Shown expected, Shown got) {
        var text =
                expected instanceof Shown.Written && got instanceof Shown.Written
                        ? Words.say("difference.number", expected, got)
                        : Words.say("difference.shape", expected.kind(), got.kind());
        return new Difference(text, Optional.empty());
    }

    private static List<Integer> place(List<Integer> shape, int index) {
        var place = new ArrayList<Integer>();
        var rest = index;
        for (var axis = shape.size() - 1; axis >= 0; axis--) {
            place.addFirst(rest % shape.get(axis));
            rest /= shape.get(axis);
        }
        return place;
    }
}
