package dev.gradus.studio.model;

import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Shares;
import dev.gradus.nn.layer.Squash;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a network answers, read as a person would.
///
/// @param output which of the outputs it is
/// @param kind what the numbers are
/// @param numbers how likely each class or token is, or the numbers as they are
/// @param names the names of the likeliest, or of all numbers
/// @param order which they are, the likeliest first
record Answer(int output, Kind kind, float[] numbers, List<String> names, List<Integer> order) {
    private static final int MOST = 12;

    /// What the numbers of an answer are.
    enum Kind {
        /// How likely each of several classes is.
        CLASSES,
        /// How likely each token is to come next.
        TOKENS,
        /// Numbers that stand for themselves.
        NUMBERS
    }

    /// Returns what output number `which` answers.
    static Answer of(Subject subject, Inputs inputs, Activations values, int which) {
        var place = values.place(values.found().outputs().get(which));
        var output = place.output();
        var tokens = subject.input().isTokens() && place.shape().rank() == 2;
        var row = tokens ? output.slice(1, output.size(1) - 1, output.size(1), 1) : output;
        var classes = subject.classes();
        if (tokens && isTokenLogits(place)) {
            return shares(which, Kind.TOKENS, row.reshape(-1).softmax(0), inputs::name);
        }
        if (!tokens && classes.size() > 1 && row.count() == classes.size()) {
            var isShare = bend(place) instanceof Shares;
            return shares(
                    which,
                    Kind.CLASSES,
                    isShare ? row.reshape(-1) : row.reshape(-1).softmax(0),
                    i -> classes.get((int) i));
        }
        if (!tokens && classes.size() == 2 && row.count() == 1) {
            var yes = bend(place) instanceof Squash.Sigmoid ? row : row.sigmoid();
            var both = Tensor.concatenate(0, yes.reshape(1).rsub(1), yes.reshape(1));
            return shares(which, Kind.CLASSES, both, i -> classes.get((int) i));
        }
        var all = row.reshape(-1).toFloats();
        var shown = Math.min(all.length, MOST);
        return new Answer(
                which,
                Kind.NUMBERS,
                java.util.Arrays.copyOf(all, shown),
                IntStream.range(0, shown).mapToObj(Integer::toString).toList(),
                IntStream.range(0, shown).boxed().toList());
    }

    private static Activation bend(Place place) {
        return place.part() instanceof Activation bend ? bend : Bends.of(place.part());
    }

    private static boolean isTokenLogits(Place place) {
        return place.part() instanceof TokenLogits || place.path().equals("output");
    }

    private interface Naming {
        String name(long number);
    }

    private static Answer shares(int which, Kind kind, Tensor shares, Naming naming) {
        var all = shares.toFloats();
        var order =
                IntStream.range(0, all.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -all[i]))
                        .limit(MOST)
                        .toList();
        var numbers = new ArrayList<Float>();
        order.forEach(i -> numbers.add(all[i]));
        var kept = new float[order.size()];
        for (var i = 0; i < kept.length; i++) {
            kept[i] = numbers.get(i);
        }
        return new Answer(which, kind, kept, order.stream().map(naming::name).toList(), order);
    }

    Map<String, Object> described() {
        return Map.of(
                "output", output,
                "kind", kind.name().toLowerCase(java.util.Locale.ROOT),
                "names", names,
                "order", order);
    }
}
