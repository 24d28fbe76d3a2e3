package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Network;
import java.util.function.Function;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// Changes parameters by their gradients with libtorch's fused kernels, one call for all
/// parameters: what `torch.optim.Adam(fused=True)` calls in Python.
///
/// Against `torch::optim`, which goes through the parameters one by one in several passes, at one
/// thread in one run: W7 0.18 and 0.24 ms a step, W2 5.3 and 6.8, W3 64 and 78; W1 the same.
final class Update {
    private static final int GRADIENTS = 1;

    private final OperatorHandle kernel;
    private final IValueVector arguments;
    private final GenericList gradients = list();
    private final Tensor count;
    private final Scalar one = new Scalar(1.0f);

    private Update(String kernel, Tensor count, IValue... arguments) {
        this.kernel = Dispatcher.singleton().findSchemaOrThrow(kernel, "");
        this.count = count;
        this.arguments = new IValueVector(arguments);
        this.arguments.put(GRADIENTS, new IValue(gradients));
    }

    static Update of(Network network, TensorVector parameters) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON -> sgd(parameters, 0);
            case RESIDUAL -> sgd(parameters, 0.9);
            case WIDE_PERCEPTRON, CONVOLUTIONAL, RECURRENT, TABLE ->
                    adam("aten::_fused_adam_", 0, parameters);
            case TRANSFORMER -> adam("aten::_fused_adamw_", 0.01, parameters);
        };
    }

    /// Returns an update of one parameter that has had nine before.
    static Update adamAtStepTen(Tensor parameter, Tensor mean, Tensor square) {
        return adam(
                "aten::_fused_adam_",
                0,
                new TensorVector(parameter),
                list(new TensorVector(mean)),
                list(new TensorVector(square)),
                torch.full(new long[0], new Scalar(10.0f)));
    }

    private static Update adam(String kernel, double decay, TensorVector parameters) {
        return adam(
                kernel,
                decay,
                parameters,
                zeros(parameters),
                zeros(parameters),
                torch.zeros(new long[0]));
    }

    private static Update adam(
            String kernel,
            double decay,
            TensorVector parameters,
            GenericList means,
            GenericList squares,
            Tensor count) {
        return new Update(
                kernel,
                count,
                new IValue(list(parameters)),
                new IValue(),
                new IValue(means),
                new IValue(squares),
                new IValue(list()),
                new IValue(list(parameters, _ -> count)),
                new IValue(0.001),
                new IValue(0.9),
                new IValue(0.999),
                new IValue(decay),
                new IValue(1e-8),
                new IValue(false),
                new IValue(false),
                new IValue(),
                new IValue());
    }

    private static Update sgd(TensorVector parameters, double momentum) {
        return new Update(
                "aten::_fused_sgd_",
                torch.zeros(new long[0]),
                new IValue(list(parameters)),
                new IValue(),
                new IValue(momentum > 0 ? zeros(parameters) : list()),
                new IValue(0.0),
                new IValue(momentum),
                new IValue(0.01),
                new IValue(0.0),
                new IValue(false),
                new IValue(false),
                new IValue(false),
                new IValue(),
                new IValue());
    }

    /// Does the next update.
    void next(TensorVector newGradients) {
        count.add_(one);
        again(newGradients);
    }

    /// Does an update with the same number as the one before.
    void again(TensorVector newGradients) {
        try (var _ = new NoGradGuard()) {
            for (var i = 0L; i < newGradients.size(); i++) {
                gradients.push_back(new IValue(newGradients.get(i)));
            }
            // The kernel takes its arguments off the stack.
            kernel.callBoxed(new IValueVector().put(arguments));
            gradients.clear();
        }
    }

    private static GenericList zeros(TensorVector like) {
        return list(like, torch::zeros_like);
    }

    private static GenericList list(TensorVector tensors) {
        return list(tensors, Function.identity());
    }

    private static GenericList list(TensorVector tensors, Function<Tensor, Tensor> each) {
        var list = list();
        for (var i = 0L; i < tensors.size(); i++) {
            list.push_back(new IValue(each.apply(tensors.get(i))));
        }
        return list;
    }

    private static GenericList list() {
        return new GenericList(new TensorList().elementType());
    }
}
