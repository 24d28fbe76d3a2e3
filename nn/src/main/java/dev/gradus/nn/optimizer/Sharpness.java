package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Substitution;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Gradients that lead to flat places, where weights nearby are as good: those of the loss at the
/// worst weights within a small distance (Foret, Kleiner, Mobahi and Neyshabur 2020).
///
/// With `g` the gradient of the loss at the weights `w`, all of them taken as one vector, it is the
/// gradient at `w + radius × g / |g|`.
final class Sharpness {
    /// What keeps the divisor away from 0.
    private static final double GUARD = 1e-12;

    private Sharpness() {}

    static List<Tensor> gradients(Tensor loss, List<Parameter> parameters, double radius) {
        var slopes = Gradients.of(loss, parameters);
        var length =
                slopes.stream()
                        .map(slope -> slope.square().sum())
                        .reduce(Tensor::add)
                        .orElseThrow()
                        .sqrt();
        var factor = length.add(GUARD).reciprocal().mul(radius);
        var worst = new HashMap<Tensor, Tensor>();
        var places = new ArrayList<Tensor>();
        for (var i = 0; i < parameters.size(); i++) {
            var way = slopes.get(i).mul(factor.cast(slopes.get(i).type()));
            // the gradient is taken where the worst weights are, not of the way there
            var place = parameters.get(i).add(way).detach();
            places.add(place);
            worst.put(parameters.get(i), place);
        }
        return Gradients.of(Substitution.in(loss, worst), places);
    }
}
