package dev.gradus.studio.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// How one number of a network came about: the terms with their figures, what they come to, and what the
/// engine has in that place.
///
/// @param kind how the terms become one number
/// @param terms the terms, at most [#MOST_TERMS]
/// @param left how many terms are not listed, the smallest ones
/// @param rest what those come to
/// @param bias the number that is added, if one is
/// @param sum what all terms come to
/// @param bend the activation that is applied then, or the operation; empty for none
/// @param value what the engine has
/// @param size the size of the window along its axes, empty where there is none
/// @param sources the numbers of the places its terms come from, empty for the inputs of the place
/// @param behind further numbers that were made on the way to it, each with an account of its own
record Calculation(
        Kind kind,
        List<Term> terms,
        int left,
        double rest,
        OptionalDouble bias,
        double sum,
        String bend,
        double value,
        List<Integer> size,
        List<Integer> sources,
        List<Behind> behind) {
    /// So many terms are listed.
    static final int MOST_TERMS = 10_000;

    Calculation {
        terms = List.copyOf(terms);
        size = List.copyOf(size);
        sources = List.copyOf(sources);
        behind = List.copyOf(behind);
    }

    /// A number that was made on the way.
    ///
    /// @param place the number of the place that made it
    /// @param flat where in what that makes, in row-major order
    record Behind(int place, int flat) {}

    /// How terms become one number.
    enum Kind {
        /// Each input times its weight, added.
        WEIGHTED,
        /// The inputs, added as they are.
        ADDED,
        /// Inputs brought to mean 0 and deviation 1, then scaled and shifted: the terms are the input, the
        /// mean and the shift.
        NORMALISED,
        /// The largest of the inputs.
        LARGEST,
        /// The smallest of the inputs.
        SMALLEST,
        /// The inputs, multiplied.
        MULTIPLIED,
        /// The first of two divided by the second.
        DIVIDED,
        /// An operation with a name makes one number of them, such as a comparison.
        OPERATED,
        /// The first says which: the second is the one that was taken.
        CHOSEN,
        /// One number, handed on.
        PASSED,
        /// One number, and a bend.
        BENT,
        /// What came in from outside, or stands in the layer.
        GIVEN,
        /// No terms can be told, for a reason that `bend` names.
        UNTOLD
    }

    /// One term.
    ///
    /// @param source which of the inputs of the place it comes from, -1 if from none
    /// @param from where in that input, counted in row-major order; -1 beyond the edge
    /// @param input the number that comes in
    /// @param weight what it is multiplied by
    record Term(int source, int from, double input, double weight) {
        double product() {
            return input * weight;
        }
    }

    /// Returns the calculation in which terms are added, and a bias if there is one.
    static Calculation sum(
            Kind kind, List<Term> terms, OptionalDouble bias, String bend, double value) {
        var sum = terms.stream().mapToDouble(Term::product).sum() + bias.orElse(0);
        var listed = listed(terms);
        var rest =
                listed.size() == terms.size()
                        ? 0
                        : sum - bias.orElse(0) - listed.stream().mapToDouble(Term::product).sum();
        return new Calculation(
                kind,
                listed,
                terms.size() - listed.size(),
                rest,
                bias,
                sum,
                bend,
                value,
                List.of(),
                List.of(),
                List.of());
    }

    /// Returns the calculation that comes to `sum` in another way.
    static Calculation of(Kind kind, List<Term> terms, double sum, String bend, double value) {
        var listed = listed(terms);
        return new Calculation(
                kind,
                listed,
                terms.size() - listed.size(),
                0,
                OptionalDouble.empty(),
                sum,
                bend,
                value,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Term> listed(List<Term> terms) {
        if (terms.size() <= MOST_TERMS) {
            return terms;
        }
        var largest =
                new ArrayList<>(
                        terms.stream()
                                .sorted(
                                        Comparator.comparingDouble(
                                                (Term term) -> -Math.abs(term.product())))
                                .limit(MOST_TERMS)
                                .toList());
        largest.sort(Comparator.comparingInt(Term::source).thenComparingInt(Term::from));
        return largest;
    }

    Calculation size(List<Integer> window) {
        return with(window, sources, behind);
    }

    Calculation sources(List<Integer> places) {
        return with(size, places, behind);
    }

    Calculation behind(List<Behind> numbers) {
        return with(size, sources, numbers);
    }

    private Calculation with(List<Integer> window, List<Integer> places, List<Behind> numbers) {
        return new Calculation(
                kind, terms, left, rest, bias, sum, bend, value, window, places, numbers);
    }
}
