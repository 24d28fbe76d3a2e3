package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a network makes of one input, at every place.
final class Activations {
    /// So many numbers are kept for one input: 400 MB.
    static final long MOST_NUMBERS = 50_000_000;

    private final Walk.Found found;
    private final Map<Integer, float[]> numbers = new HashMap<>();
    private final Map<String, float[]> others = new HashMap<>();

    private Activations(Walk.Found found) {
        this.found = found;
    }

    /// Computes what `network` makes of `inputs`, each a batch of one example.
    ///
    /// @throws IllegalArgumentException if that is more than is kept
    static Activations of(Layer network, List<String> names, List<? extends Tensor> inputs) {
        var found = Walk.through(network, names, inputs);
        var count = found.places().stream().mapToLong(place -> place.output().count()).sum();
        if (count > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "the network makes %,d numbers of one input: at most %,d are kept, so its layers cannot be looked into"
                            .formatted(count, MOST_NUMBERS));
        }
        Tensor.realize(
                found.places().stream()
                        .flatMap(place ->
                                Stream.concat(Stream.of(place.output()), place.sum().stream()))
                        .toArray(Tensor[]::new));
        return new Activations(found);
    }

    Walk.Found found() {
        return found;
    }

    Place place(int number) {
        return found.places().get(number);
    }

    /// Returns what the place makes, in row-major order; it must not be changed.
    float[] of(int number) {
        return Objects.requireNonNull(
                numbers.computeIfAbsent(number, n -> place(n).output().toFloats()));
    }

    /// Returns what the activation of a place is given, or what the place makes where it has none.
    float[] sum(int number) {
        var sum = place(number).sum();
        return sum.isEmpty() ? of(number) : computed(number, "sum", _ -> sum.get());
    }

    /// Returns something else that is made of what a place is given, and keeps it.
    float[] computed(int number, String what, Function<List<Tensor>, Tensor> made) {
        return Objects.requireNonNull(
                others.computeIfAbsent(
                        number + what,
                        _ ->
                                made.apply(
                                                place(number).inputs().stream()
                                                        .map(it -> place(it).output())
                                                        .toList())
                                        .toFloats()));
    }
}
