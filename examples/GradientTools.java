import static dev.gradus.Gradus.*;

import module dev.gradus;

import dev.gradus.tensor.Parameter;

/// What can be done with gradients besides following them.
void main() {
    // a rule of one's own: steps up to 1 pass, longer ones are held back
    var held = CustomGradient.of(x -> x, (_, up) -> up.clamp(-1, 1));
    var w = Parameter.of(Tensor.of(3, -4));
    IO.println(
            "gradient held back     " + gradient(held.apply(w).mul(Tensor.of(0.5f, 100)).sum(), w));

    // slopes of several numbers, slopes of slopes, and one direction of them
    var y = w.square().mul(Tensor.of(1, 2));
    IO.println("jacobian               " + jacobian(y, w));
    IO.println("hessian                " + hessian(y.sum(), w));
    IO.println("hessian times (1, 1)   " + hessianVectorProduct(y.sum(), w, Tensor.ones(2)));

    // look into a network while it learns
    var net = Sequential.of(dense(8, TANH).named("hidden"), dense(1)).build(Shape.of(2), seed(1));
    var seen = new LinkedHashMap<String, Tensor>();
    var watched = Hooks.into(net, Hook.outputs(seen::put));
    var x = Tensor.random(16, 2);
    var loss = meanSquaredError(watched.apply(x), x.sum(1).unsqueeze(1));
    var blame = gradient(loss, seen.get("hidden"));
    sgd(0.1).on(net).step(loss, seen.get("hidden"), blame);
    IO.println(
            "hidden layer, gradient "
                    + seen.get("hidden").abs().mean()
                    + ", "
                    + blame.abs().mean());

    // compute a part again for its gradient instead of keeping what is inside
    var kept = gradient(net.apply(x).sum(), x);
    var again = gradient(checkpoint(net::apply, x).sum(), x);
    IO.println("computed again: same   " + kept.sub(again).abs().max().item());

    // where did the first number come from that is none?
    try {
        AnomalyDetection.during(() -> Tensor.of(1, 0).log().mean().item());
    } catch (NotFiniteException e) {
        IO.println(e.getMessage());
    }
}
