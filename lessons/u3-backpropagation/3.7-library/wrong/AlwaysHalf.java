// expects: The rate is always 0.5
import static dev.gradus.Gradus.*;

import module dev.gradus;

class Exercise {
    static Sequential network(long seed) {
        return Sequential.of(dense(8, RELU), dense(8, RELU), dense(2))
                .build(Shape.of(2), seed(seed));
    }

    static double[] train(Sequential network, Tensor x, Tensor labels, double rate, int steps) {
        Optimizer optimizer = sgd(0.5).on(network);
        double[] curve = new double[steps];
        for (int i = 0; i < steps; i++) {
            Tensor loss = crossEntropy(network.apply(x), labels);
            curve[i] = loss.item();
            optimizer.step(loss);
        }
        return curve;
    }
}
