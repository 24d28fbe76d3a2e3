// expects: The hidden layers are not bent
import static dev.gradus.Gradus.*;

import module dev.gradus;

class Exercise {
    static Sequential network(long seed) {
        return Sequential.of(dense(8), dense(8), dense(2)).build(Shape.of(2), seed(seed));
    }

    static double[] train(Sequential network, Tensor x, Tensor labels, double rate, int steps) {
        Optimizer optimizer = sgd(rate).on(network);
        double[] curve = new double[steps];
        for (int i = 0; i < steps; i++) {
            Tensor loss = crossEntropy(network.apply(x), labels);
            curve[i] = loss.item();
            optimizer.step(loss);
        }
        return curve;
    }
}
