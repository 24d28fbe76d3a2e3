package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.Parameter;
import java.util.Map;

/// What numbers are like, all in all.
///
/// @param count how many they are
/// @param mean their mean
/// @param deviation how far they scatter around it
/// @param least the smallest that is a number
/// @param most the largest that is a number
/// @param zeros how many are 0
/// @param lost how many are no numbers, or infinite
record Figures(
        int count, double mean, double deviation, double least, double most, int zeros, int lost) {
    static Figures of(float[] numbers) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        var zeros = 0;
        var lost = 0;
        for (var number : numbers) {
            if (!Float.isFinite(number)) {
                lost++;
                continue;
            }
            sum += number;
            least = Math.min(least, number);
            most = Math.max(most, number);
            zeros += number == 0 ? 1 : 0;
        }
        var counted = Math.max(1, numbers.length - lost);
        var mean = sum / counted;
        double squares = 0;
        for (var number : numbers) {
            squares += Float.isFinite(number) ? (number - mean) * (number - mean) : 0;
        }
        var none = numbers.length == lost;
        return new Figures(
                numbers.length,
                mean,
                Math.sqrt(squares / counted),
                none ? 0 : least,
                none ? 0 : most,
                zeros,
                lost);
    }

    /// Returns the parameters of a place, by the names they have in it.
    static Map<String, Parameter> parameters(Place place) {
        return parameters(place.part());
    }

    static Map<String, Parameter> parameters(Object part) {
        return switch (part) {
            case Inner inner -> inner.parameters();
            case Layer layer -> Parameters.of(layer);
            case Merge merge -> Parameters.ofMerge(merge);
            case Memory(var layer, var role, _) ->
                    role == Memory.Role.STATE ? Parameters.of(layer) : Map.of();
            case Formula.Step step -> step.parameters();
            default -> Map.of();
        };
    }
}
