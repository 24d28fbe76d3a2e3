import static dev.gradus.Gradus.*;

import module dev.gradus;

/// A layer of one's own is its formula: a gate decides how much of each value passes.
record Gated(Layer gate, Layer value) implements Layer {
    @Override
    public Tensor apply(Tensor x) {
        return gate.apply(x).sigmoid().mul(value.apply(x));
    }
}

void main() {
    LayerSpec gated =
            (input, seed) ->
                    new Gated(
                            dense(8).build(input, seed.child("gate")),
                            dense(8).build(input, seed.child("value")));
    var network = Sequential.of(gated, dense(1)).build(Shape.of(3), seed(1));
    IO.println(network.summary());
    IO.println(Parameters.of(network).keySet());
    IO.println(network.apply(Tensor.random(4, 3)));
}
