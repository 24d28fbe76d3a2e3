package dev.gradus.studio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.op.ArgSort;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// Puts the terms of an account together as it says, and holds what comes of it against the engine.
///
/// @param values what a network makes of an input
/// @param place the number of a place
/// @param flat which of its numbers
record Recombined(Activations values, int place, int flat) {
    void check() {
        var account = Account.of(values, place, flat);
        assertThat(account.value()).isEqualTo(values.of(place)[flat]);
        checkSources(account);
        var terms = account.terms();
        var size = terms.stream().mapToDouble(it -> Math.abs(it.product())).sum();
        var rounding = within(4e-6 * (1 + size));
        var value = account.value();
        switch (account.kind()) {
            case WEIGHTED, ADDED, NORMALISED -> {
                var sum = terms.stream().mapToDouble(Term::product).sum();
                sum += account.rest() + account.bias().orElse(0);
                assertThat(sum).isCloseTo(account.sum(), within(1e-9 * (1 + size)));
                assertThat(sum).as(where()).isCloseTo(values.sum(place)[flat], rounding);
                checkBend(account.bend().isEmpty(), sum, value);
            }
            case PASSED -> assertThat(alone(terms)).isEqualTo(value);
            case GIVEN -> {
                assertThat(terms).isEmpty();
                assertThat(account.sum()).as(where()).isCloseTo(values.sum(place)[flat], rounding);
            }
            case BENT -> Bent.check(values.place(place), account, alone(terms));
            case LARGEST ->
                    assertThat(terms.stream().mapToDouble(Term::input).max().orElseThrow())
                            .as(where())
                            .isEqualTo(value);
            case SMALLEST ->
                    assertThat(terms.stream().mapToDouble(Term::input).min().orElseThrow())
                            .isEqualTo(value);
            case MULTIPLIED ->
                    assertThat(terms.stream().mapToDouble(Term::input).reduce(1, (a, b) -> a * b))
                            .as(where())
                            .isCloseTo(value, rounding);
            case DIVIDED -> two(terms, value, (a, b) -> a / b);
            case CHOSEN -> assertThat(terms.getLast().input()).isEqualTo(value);
            case OPERATED -> operated(account.bend(), terms, value);
            case UNTOLD -> assertThat(account.bend()).isEqualTo("hidden");
        }
        account.behind().forEach(it -> new Recombined(values, it.place(), it.flat()).check());
    }

    private String where() {
        return "number %d of %s".formatted(flat, Kinds.of(values.place(place)));
    }

    private static double alone(List<Term> terms) {
        assertThat(terms).hasSize(1);
        return terms.getFirst().input();
    }

    private void checkBend(boolean straight, double sum, double value) {
        if (straight && !(values.place(place).part() instanceof Looks)) {
            assertThat(sum).as(where()).isCloseTo(value, within(4e-6 * (1 + Math.abs(sum) * 8)));
        }
    }

    /// What a term says comes in stands where it says it does.
    private void checkSources(Calculation account) {
        var sources =
                account.sources().isEmpty() ? values.place(place).inputs() : account.sources();
        for (var term : account.terms()) {
            if (term.source() >= 0 && term.from() < 0) {
                assertThat(term.input()).isZero();
            } else if (term.source() >= 0 && !(values.place(place).part() instanceof Looks)) {
                assertThat(term.input())
                        .as(where())
                        .isEqualTo(values.of(sources.get(term.source()))[term.from()]);
            }
        }
    }

    private static void two(List<Term> terms, double value, DoubleBinaryOperator formula) {
        assertThat(terms).hasSize(2);
        var made = formula.applyAsDouble(terms.getFirst().input(), terms.getLast().input());
        assertThat(made).isCloseTo(value, within(4e-6 * (1 + Math.abs(value))));
    }

    private void operated(String name, List<Term> terms, double value) {
        switch (name) {
            case "POWER" -> two(terms, value, Math::pow);
            case "MODULO" -> two(terms, value, (a, b) -> a - b * Math.floor(a / b));
            case "LESS" -> two(terms, value, (a, b) -> a < b ? 1 : 0);
            case "EQUAL" -> two(terms, value, (a, b) -> a == b ? 1 : 0);
            case "AND" -> two(terms, value, (a, b) -> a != 0 && b != 0 ? 1 : 0);
            case "OR" -> two(terms, value, (a, b) -> a != 0 || b != 0 ? 1 : 0);
            case "POSITION" -> {
                var op = ((Formula.Step) values.place(place).part()).end().op();
                var rank = Grid.place(values.place(place).shape(), flat);
                var inputs = terms.stream().mapToDouble(Term::input).toArray();
                var here = inputs[(int) value];
                var before = java.util.Arrays.stream(inputs).filter(x -> x > here).count();
                if (op instanceof ArgSort(_, var descending, _) && descending) {
                    assertThat(before).isEqualTo(rank[rank.length - 1]);
                } else {
                    throw new AssertionError(op + " is not put together again yet");
                }
            }
            default -> throw new AssertionError(name + " is no operation");
        }
    }
}
