import static dev.gradus.Gradus.*;

import module dev.gradus;

/// Two networks against each other (WGAN-GP, Gulrajani et al. 2017): one makes points, the other tells
/// them from real ones on a circle. The penalty needs a gradient of a gradient.
void main() {
    var generator =
            Sequential.of(dense(32, RELU), dense(32, RELU), dense(2)).build(Shape.of(4), seed(1));
    var critic =
            Sequential.of(dense(32, LEAKY_RELU), dense(32, LEAKY_RELU), dense(1))
                    .build(Shape.of(2), seed(2));
    var criticOptimizer = adam(1e-3).betas(0.5, 0.9).on(critic);
    var generatorOptimizer = adam(1e-3).betas(0.5, 0.9).on(generator);
    for (var step = 0; step < 1500; step++) {
        for (var round = 0; round < 3; round++) {
            var real = circle(64);
            var fake = generator.apply(Tensor.randomNormal(64, 4));
            var mixed = real.lerp(fake.detach(), Tensor.random(real.size(0), 1));
            var slope = gradient(critic.apply(mixed).sum(), mixed);
            var penalty = slope.square().sum(1).sqrt().sub(1).square().mean();
            criticOptimizer.step(
                    critic.apply(fake.detach())
                            .mean()
                            .sub(critic.apply(real).mean())
                            .add(penalty.mul(10)));
        }
        var fake = generator.apply(Tensor.randomNormal(64, 4));
        generatorOptimizer.step(critic.apply(fake).mean().neg());
    }
    var radius = generator.apply(Tensor.randomNormal(1000, 4)).square().sum(1).sqrt();
    IO.println("made points lie at radius %.2f (real: 1.00)".formatted(radius.mean().item()));
}

Tensor circle(int points) {
    var angle = Tensor.random(points, 1).mul(2 * Math.PI);
    return Tensor.concatenate(1, angle.cos(), angle.sin());
}
