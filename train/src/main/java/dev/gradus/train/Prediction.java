package dev.gradus.train;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a model takes an example for.
///
/// @param ranking all classes, the likeliest first
public record Prediction(List<Choice> ranking) {
    /// One class with its probability.
    ///
    /// @param index the number of the class
    /// @param label its name
    /// @param probability how likely it is found, from 0 to 1
    public record Choice(int index, String label, double probability) {}

    /// Copies the list.
    public Prediction {
        ranking = List.copyOf(ranking);
        if (ranking.isEmpty()) {
            throw new IllegalArgumentException("a prediction needs at least one class");
        }
    }

    static Prediction of(List<String> classes, float[] probabilities) {
        return new Prediction(
                IntStream.range(0, classes.size())
                        .mapToObj(i -> new Choice(i, classes.get(i), probabilities[i]))
                        .sorted(Comparator.comparingDouble(Choice::probability).reversed())
                        .toList());
    }

    /// Returns the name of the likeliest class.
    public String label() {
        return ranking.getFirst().label();
    }

    /// Returns the number of the likeliest class.
    public int index() {
        return ranking.getFirst().index();
    }

    /// Returns how likely the likeliest class is, from 0 to 1.
    public double probability() {
        return ranking.getFirst().probability();
    }

    /// Returns the `count` likeliest classes, or all if there are fewer, the likeliest first.
    ///
    /// @throws IllegalArgumentException if `count` is below 1
    public List<Choice> top(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "the %d likeliest classes are none: give 1 or more".formatted(count));
        }
        return ranking.subList(0, Math.min(count, ranking.size()));
    }

    /// Returns the three likeliest classes in one line.
    @Override
    public String toString() {
        return top(3).stream()
                .map(choice ->
                        String.format(
                                Locale.ROOT,
                                "%s %.1f %%",
                                choice.label(),
                                100 * choice.probability()))
                .collect(Collectors.joining(", "));
    }
}
