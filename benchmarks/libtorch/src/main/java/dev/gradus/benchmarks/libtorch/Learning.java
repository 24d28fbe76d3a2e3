package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// What a training step does once the loss is there: gradients, then new parameters.
sealed interface Learning {
    /// Changes the parameters by the gradients of `loss`.
    void from(Tensor loss);

    /// All parameters at once; their gradients are asked for and never kept.
    record Fused(TensorVector parameters, Update update) implements Learning {
        @Override
        public void from(Tensor loss) {
            update.next(torch.grad(new TensorVector(loss), parameters));
        }
    }

    /// One parameter after the other, in several passes each.
    record OneByOne(Optimizer optimizer) implements Learning {
        OneByOne(Network network, TensorVector parameters) {
            this(optimizer(network, parameters));
        }

        @Override
        public void from(Tensor loss) {
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }

        private static Optimizer optimizer(Network network, TensorVector parameters) {
            return switch (network.architecture()) {
                case SMALL_PERCEPTRON -> new SGD(parameters, new SGDOptions(0.01));
                case RESIDUAL -> {
                    var options = new SGDOptions(0.01);
                    options.momentum().put(0.9);
                    yield new SGD(parameters, options);
                }
                case WIDE_PERCEPTRON, CONVOLUTIONAL, RECURRENT, TABLE ->
                        new Adam(parameters, new AdamOptions(0.001));
                case TRANSFORMER -> {
                    var options = new AdamWOptions(0.001);
                    options.weight_decay().put(0.01);
                    yield new AdamW(parameters, options);
                }
            };
        }
    }
}
