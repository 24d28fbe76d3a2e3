package dev.gradus.studio.model;

import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One number of what a place makes, and what an account of it is drawn up from.
///
/// @param values what the network makes of its input
/// @param number the number of the place
/// @param flat where in its output, in row-major order
record Spot(Activations values, int number, int flat) {
    Place place() {
        return values.place(number);
    }

    Shape shape() {
        return place().shape();
    }

    int[] index() {
        return Grid.place(shape(), flat);
    }

    /// Returns the place along the last axis: the channel, the feature.
    int last() {
        return shape().rank() == 0 ? 0 : flat % shape().size(-1);
    }

    double value() {
        return values.of(number)[flat];
    }

    float[] input(int which) {
        return values.of(place().inputs().get(which));
    }

    Shape inputShape(int which) {
        return values.place(place().inputs().get(which)).shape();
    }

    /// Returns a term of an input; beyond its edge there are zeros.
    Term term(int which, int from, double weight) {
        return new Term(which, from, from < 0 ? 0 : input(which)[from], weight);
    }

    Calculation sum(Kind kind, List<Term> terms) {
        return sum(kind, terms, OptionalDouble.empty());
    }

    Calculation sum(Kind kind, List<Term> terms, OptionalDouble bias) {
        return Calculation.sum(kind, terms, bias, bend(), value());
    }

    String bend() {
        var bend = Bends.of(place().part());
        return bend instanceof dev.gradus.nn.layer.Activation.Linear ? "" : bend.toString();
    }

    OptionalDouble bias(Optional<Parameter> bias, int which) {
        return bias.isPresent()
                ? OptionalDouble.of(new Weight(bias.get()).at(which))
                : OptionalDouble.empty();
    }

    /// Returns whether the place hands on what it is given, as a dropout does outside of training.
    boolean isHandedOn() {
        return place().inputs().size() == 1 && Arrays.equals(input(0), values.of(number));
    }
}
