package dev.gradus.studio.model;

import dev.gradus.studio.model.Calculation.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// An account as the page is told it: words, and the figures under their names.
final class Told {
    private Told() {}

    /// Adds the account of a number, and those of what was made on the way to it.
    static Bundle of(Activations values, int place, int flat, Bundle frame) {
        var account = Account.of(values, place, flat);
        frame.say("account", words(values, place, flat, account, Stair.MOST_STEPS));
        add(frame, "", account, Stair.MOST_STEPS);
        var behind = new ArrayList<Object>();
        for (var it : account.behind()) {
            var before = Account.of(values, it.place(), it.flat());
            var view = Frames.view(values, it.place());
            behind.add(
                    Map.of(
                            "place", it.place(),
                            "spot", view.spot(it.flat()),
                            "account",
                                    words(values, it.place(), it.flat(), before, Stair.FEW_STEPS)));
            add(frame, behind.size() + ".", before, Stair.FEW_STEPS);
        }
        return frame.say("behind", behind);
    }

    private static Map<String, Object> words(
            Activations values, int number, int flat, Calculation account, int most) {
        var place = values.place(number);
        var words = new LinkedHashMap<String, Object>();
        words.put("kind", account.kind().name().toLowerCase(Locale.ROOT));
        words.put("bend", account.bend());
        words.put("size", account.size());
        words.put("left", account.left());
        words.put("bias", account.bias().isPresent());
        words.put("index", Grid.place(place.shape(), flat));
        words.put("sources", account.sources().isEmpty() ? place.inputs() : account.sources());
        words.put("steps", Stair.of(account, most).stream().map(Stair.Step::described).toList());
        moments(place, flat).ifPresent(it -> words.put("moments", it));
        return words;
    }

    /// Of a part of a recurrent layer: which moment it is, of how many, and which was read before it.
    private static java.util.Optional<List<Integer>> moments(Place place, int flat) {
        if (place.part() instanceof Memory memory && place.shape().rank() == 2) {
            var moment = Grid.place(place.shape(), flat)[0];
            var all = place.shape().size(0);
            return java.util.Optional.of(List.of(moment, all, memory.before(moment, all)));
        }
        return java.util.Optional.empty();
    }

    private static void add(Bundle frame, String name, Calculation account, int most) {
        frame.add(
                        name + "totals",
                        account.sum(),
                        account.value(),
                        account.bias().orElse(0),
                        account.rest())
                .add(
                        name + "steps",
                        Stair.of(account, most).stream().mapToDouble(Stair.Step::value).toArray())
                .add(name + "inputs", each(account, Term::input))
                .add(name + "weights", each(account, Term::weight))
                .add(name + "products", each(account, Term::product))
                .add(name + "from", each(account, Term::from))
                .add(name + "source", each(account, Term::source));
    }

    private static double[] each(Calculation account, ToDoubleFunction<Term> of) {
        return account.terms().stream().mapToDouble(of).toArray();
    }
}
