package dev.gradus.studio.model;

import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DepthwiseConvolution;
import dev.gradus.nn.layer.TransposedConvolution;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// Sums of products: dense layers and convolutions.
final class Products {
    private Products() {}

    static Calculation dense(Spot at, Dense dense) {
        var weight = new Weight(dense.weight());
        var inputs = dense.weight().size(0);
        var unit = at.last();
        var row = at.flat() / dense.weight().size(1) * inputs;
        var terms = new ArrayList<Term>(inputs);
        for (var i = 0; i < inputs; i++) {
            terms.add(at.term(0, row + i, weight.at(i, unit)));
        }
        return at.sum(Kind.WEIGHTED, terms, at.bias(dense.bias(), unit));
    }

    static Calculation logits(Spot at, TokenLogits logits) {
        var weight = new Weight(logits.weight());
        var features = logits.weight().size(1);
        var row = at.flat() / logits.weight().size(0) * features;
        var terms = new ArrayList<Term>(features);
        for (var i = 0; i < features; i++) {
            terms.add(at.term(0, row + i, weight.at(at.last(), i)));
        }
        return at.sum(Kind.WEIGHTED, terms);
    }

    static Calculation convolution(Spot at, Convolution convolution) {
        return slid(at, convolution.weight(), convolution.bias());
    }

    static Calculation depthwise(Spot at, DepthwiseConvolution convolution) {
        return slid(at, convolution.weight(), convolution.bias());
    }

    private static Calculation slid(Spot at, Parameter weight, Optional<Parameter> bias) {
        var geometry = geometry(at.place());
        var filter = at.last();
        var axes = weight.rank() - 2;
        var seen = weight.size(axes);
        var channel = filter / (weight.size(-1) / geometry.groups()) * seen;
        var numbers = new Weight(weight);
        var position = at.index();
        var window = weight.shape().range(0, axes);
        var terms = new ArrayList<Term>(window.count() * seen);
        for (var i = 0; i < window.count(); i++) {
            var within = Grid.place(window, i);
            var from = new int[axes + 1];
            for (var axis = 0; axis < axes; axis++) {
                from[axis] =
                        position[axis] * geometry.stride().get(axis)
                                - geometry.padLow().get(axis)
                                + within[axis] * geometry.dilation().get(axis);
            }
            var place = Arrays.copyOf(within, axes + 2);
            place[axes + 1] = filter;
            for (var c = 0; c < seen; c++) {
                from[axes] = channel + c;
                place[axes] = c;
                terms.add(at.term(0, Grid.number(at.inputShape(0), from), numbers.at(place)));
            }
        }
        return at.sum(Kind.WEIGHTED, terms, at.bias(bias, filter)).size(sizes(window));
    }

    /// A number of the input lays its window down; what of all windows falls on one place is added. Seen from
    /// that place: each weight of the window meets at most one number of each channel.
    static Calculation transposed(Spot at, TransposedConvolution convolution) {
        var geometry = geometry(at.place());
        var weight = convolution.weight();
        var axes = weight.rank() - 2;
        var channels = weight.size(-1) / geometry.groups();
        var filters = weight.size(axes);
        var group = at.last() / filters;
        var numbers = new Weight(weight);
        var window = weight.shape().range(0, axes);
        var terms = new ArrayList<Term>(window.count() * channels);
        for (var i = 0; i < window.count(); i++) {
            var within = Grid.place(window, i);
            var from = new int[axes + 1];
            for (var axis = 0; axis < axes; axis++) {
                from[axis] =
                        met(
                                at.index()[axis]
                                        + geometry.padLow().get(axis)
                                        - within[axis] * geometry.dilation().get(axis),
                                geometry.stride().get(axis));
            }
            var place = Arrays.copyOf(within, axes + 2);
            place[axes] = at.last() % filters;
            for (var c = 0; c < channels; c++) {
                from[axes] = group * channels + c;
                place[axes + 1] = group * channels + c;
                terms.add(at.term(0, Grid.number(at.inputShape(0), from), numbers.at(place)));
            }
        }
        return at.sum(Kind.WEIGHTED, terms, at.bias(convolution.bias(), at.last()))
                .size(sizes(window));
    }

    /// Returns which number of the input lies there, -1 if the place falls between two.
    private static int met(int place, int stride) {
        return place % stride == 0 ? place / stride : -1;
    }

    /// Returns how the windows of a convolution go, which the engine has noted down.
    static Contract.Geometry geometry(Place place) {
        var node = place.sum().orElse(place.output());
        while (true) {
            if (node.op() instanceof Contract.Convolve(var geometry)) {
                return geometry;
            }
            if (node.op() instanceof Contract.ConvolveInput(var geometry, _)) {
                return geometry;
            }
            node = behind(node);
        }
    }

    /// The bias is added to what was computed before it.
    private static Tensor behind(Tensor node) {
        if (node.inputCount() == 0) {
            throw new IllegalStateException("no convolution stands behind " + node.op());
        }
        return node.input(0);
    }

    static java.util.List<Integer> sizes(Shape shape) {
        return Arrays.stream(shape.toArray()).boxed().toList();
    }
}
