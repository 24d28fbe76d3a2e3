package dev.gradus.studio.model;

import dev.gradus.nn.layer.Cell;
import dev.gradus.studio.model.Calculation.Behind;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.studio.model.Memory.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Accounts of the parts of recurrent layers: gates, memory, and what is said at each moment.
///
/// @param at the number that is accounted for
/// @param memory the part that makes it
/// @param moment at which moment, counted from 0
/// @param before the moment that was read before, -1 if there is none
/// @param unit which number of the state
record Memories(Spot at, Memory memory, int moment, int before, int unit) {
    static Calculation account(Spot at, Memory memory) {
        if (memory.role() == Role.SAID) {
            return said(at, memory);
        }
        var moment = at.index()[0];
        var before = memory.before(moment, at.shape().size(0));
        return new Memories(at, memory, moment, before, at.index()[1]).told();
    }

    /// What was said last; at a moment that is passed over, 0.
    private static Calculation said(Spot at, Memory memory) {
        var state = memory.place(Role.STATE);
        var everyStep = memory.layer().spec().everyStep();
        var moments = at.values().place(state).shape().size(0);
        if (everyStep && isNothing(at, memory, at.index()[0])) {
            return Calculation.of(Kind.GIVEN, List.of(), 0, "", at.value());
        }
        var width = memory.layer().spec().width();
        var from = everyStep ? at.flat() : memory.last(moments) * width + at.flat();
        var term = new Term(0, from, at.values().of(state)[from], 1);
        return Calculation.of(Kind.PASSED, List.of(term), term.input(), "", at.value())
                .sources(List.of(state))
                .behind(List.of(new Behind(state, from)));
    }

    private static boolean isNothing(Spot at, Memory memory, int moment) {
        var x = at.values().of(at.place().inputs().getFirst());
        var features = memory.layer().inputWeight().size(0);
        for (var i = 0; i < features; i++) {
            if (x[moment * features + i] != 0) {
                return false;
            }
        }
        return memory.layer().spec().skippingZeros();
    }

    private Calculation told() {
        return switch (memory.role()) {
            case INPUT_GATE, FORGET_GATE, RESET_GATE, UPDATE_GATE, CANDIDATE, OUTPUT_GATE ->
                    weighed();
            case MEMORY -> held() ? kept() : remembered();
            case MEMORY_BENT -> {
                var term = term(0, Role.MEMORY, moment, 1);
                yield Calculation.of(Kind.BENT, List.of(term), term.input(), at.bend(), at.value())
                        .sources(List.of(memory.place(Role.MEMORY)));
            }
            case STATE -> held() ? kept() : state();
            case SAID -> throw new IllegalStateException("told already");
        };
    }

    private boolean held() {
        return isNothing(at, memory, moment);
    }

    /// A moment that is passed over changes nothing.
    private Calculation kept() {
        if (before < 0) {
            return Calculation.of(Kind.GIVEN, List.of(), 0, "", at.value());
        }
        var term = term(0, memory.role(), before, 1);
        return Calculation.of(Kind.PASSED, List.of(term), term.input(), "", at.value())
                .sources(List.of(at.number()));
    }

    private Calculation state() {
        return switch (memory.layer().spec().cell()) {
            case Cell.Rnn _ -> weighed();
            case Cell.Lstm _ -> {
                var gate = term(0, Role.OUTPUT_GATE, moment, 1);
                var bent = term(1, Role.MEMORY_BENT, moment, 1);
                yield Calculation.of(
                                Kind.MULTIPLIED,
                                List.of(gate, bent),
                                gate.input() * bent.input(),
                                "",
                                at.value())
                        .sources(
                                List.of(
                                        memory.place(Role.OUTPUT_GATE),
                                        memory.place(Role.MEMORY_BENT)))
                        .behind(
                                behind(
                                        Role.INPUT_GATE,
                                        Role.FORGET_GATE,
                                        Role.CANDIDATE,
                                        Role.MEMORY,
                                        Role.MEMORY_BENT,
                                        Role.OUTPUT_GATE));
            }
            case Cell.Gru _ -> {
                var update = number(Role.UPDATE_GATE, moment);
                var terms = new ArrayList<Term>();
                terms.add(term(0, Role.CANDIDATE, moment, 1 - update));
                if (before >= 0) {
                    terms.add(term(1, Role.STATE, before, update));
                }
                yield at.sum(Kind.WEIGHTED, terms)
                        .sources(List.of(memory.place(Role.CANDIDATE), at.number()))
                        .behind(behind(Role.RESET_GATE, Role.UPDATE_GATE, Role.CANDIDATE));
            }
        };
    }

    /// The memory of an LSTM: what is kept of the one before, and what is written down.
    private Calculation remembered() {
        var terms = new ArrayList<Term>();
        if (before >= 0) {
            terms.add(term(0, Role.MEMORY, before, number(Role.FORGET_GATE, moment)));
        }
        terms.add(term(1, Role.CANDIDATE, moment, number(Role.INPUT_GATE, moment)));
        return at.sum(Kind.WEIGHTED, terms)
                .sources(List.of(at.number(), memory.place(Role.CANDIDATE)))
                .behind(behind(Role.FORGET_GATE, Role.INPUT_GATE, Role.CANDIDATE));
    }

    /// A gate, a candidate, or the state of a plain cell: what is read now and what was said before, each
    /// times its weights.
    private Calculation weighed() {
        var layer = memory.layer();
        var column = memory.gate() * layer.spec().width() + unit;
        var terms = new ArrayList<Term>();
        var weights = new Weight(layer.inputWeight());
        var features = layer.inputWeight().size(0);
        for (var i = 0; i < features; i++) {
            terms.add(at.term(0, moment * features + i, weights.at(i, column)));
        }
        var recalled = new Weight(layer.recurrentWeight());
        for (var i = 0; before >= 0 && i < layer.spec().width(); i++) {
            var from = before * layer.spec().width() + i;
            var said = at.values().of(memory.place(Role.STATE))[from];
            terms.add(new Term(1, from, said, recalled(i) * recalled.at(i, column)));
        }
        return at.sum(Kind.WEIGHTED, terms, bias(column))
                .sources(List.of(at.place().inputs().getFirst(), memory.place(Role.STATE)));
    }

    /// How much of what unit `i` said before the candidate of a gated unit sees.
    private double recalled(int i) {
        if (memory.role() == Role.CANDIDATE
                && memory.layer().spec().cell() instanceof Cell.Gru(var resetAfter)) {
            var width = memory.layer().spec().width();
            var gate = at.values().of(memory.place(Role.RESET_GATE));
            return gate[moment * width + (resetAfter ? unit : i)];
        }
        return 1;
    }

    private OptionalDouble bias(int column) {
        var layer = memory.layer();
        if (layer.bias().isEmpty()) {
            return OptionalDouble.empty();
        }
        var own = new Weight(layer.bias().get()).at(column);
        return OptionalDouble.of(
                layer.recurrentBias()
                        .map(it -> own + recalled(unit) * new Weight(it).at(column))
                        .orElse(own));
    }

    private double number(Role role, int when) {
        return at.values().of(memory.place(role))[when * memory.layer().spec().width() + unit];
    }

    private Term term(int source, Role role, int when, double weight) {
        var from = when * memory.layer().spec().width() + unit;
        return new Term(source, from, number(role, when), weight);
    }

    private List<Behind> behind(Role... roles) {
        return List.of(roles).stream()
                .map(role -> new Behind(memory.place(role), at.flat()))
                .toList();
    }
}
