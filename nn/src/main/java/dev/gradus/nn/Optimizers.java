package dev.gradus.nn;

import dev.gradus.nn.optimizer.Adadelta;
import dev.gradus.nn.optimizer.Adafactor;
import dev.gradus.nn.optimizer.Adagrad;
import dev.gradus.nn.optimizer.Adam;
import dev.gradus.nn.optimizer.AdamW;
import dev.gradus.nn.optimizer.Adamax;
import dev.gradus.nn.optimizer.Averaging;
import dev.gradus.nn.optimizer.Ftrl;
import dev.gradus.nn.optimizer.Group;
import dev.gradus.nn.optimizer.Lamb;
import dev.gradus.nn.optimizer.Lion;
import dev.gradus.nn.optimizer.LookAhead;
import dev.gradus.nn.optimizer.Muon;
import dev.gradus.nn.optimizer.NAdam;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.nn.optimizer.RAdam;
import dev.gradus.nn.optimizer.RmsProp;
import dev.gradus.nn.optimizer.Rprop;
import dev.gradus.nn.optimizer.Sgd;
import dev.gradus.tensor.Parameter;
import java.util.Collection;
import java.util.List;

/// The optimizers by the names under which they are written down; meant for `import static`.
public final class Optimizers {
    private Optimizers() {}

    // ---- rules

    /// Returns stochastic gradient descent: see [Sgd].
    public static Sgd sgd(double learningRate) {
        return Sgd.of(learningRate);
    }

    /// Returns a rule with a step size for each weight: see [Adam].
    public static Adam adam(double learningRate) {
        return Adam.of(learningRate);
    }

    /// Returns [Adam] with a better weight decay, of 0.01 unless another is said: see [AdamW].
    public static AdamW adamW(double learningRate) {
        return AdamW.of(learningRate);
    }

    /// Returns [Adam] that measures steps by the largest gradient lately: see [Adamax].
    public static Adamax adamax(double learningRate) {
        return Adamax.of(learningRate);
    }

    /// Returns [Adam] with Nesterov's momentum: see [NAdam].
    public static NAdam nAdam(double learningRate) {
        return NAdam.of(learningRate);
    }

    /// Returns [Adam] that needs no warm-up: see [RAdam].
    public static RAdam rAdam(double learningRate) {
        return RAdam.of(learningRate);
    }

    /// Returns a rule whose steps shrink the more a weight has moved: see [Adagrad].
    public static Adagrad adagrad(double learningRate) {
        return Adagrad.of(learningRate);
    }

    /// Returns a rule that finds the size of steps by itself: see [Adadelta].
    public static Adadelta adadelta(double learningRate) {
        return Adadelta.of(learningRate);
    }

    /// Returns a rule that divides gradients by how large they usually are: see [RmsProp].
    public static RmsProp rmsProp(double learningRate) {
        return RmsProp.of(learningRate);
    }

    /// Returns [Adam] that remembers little of large matrices: see [Adafactor].
    public static Adafactor adafactor(double learningRate) {
        return Adafactor.of(learningRate);
    }

    /// Returns a rule that moves all weights by the same distance: see [Lion].
    public static Lion lion(double learningRate) {
        return Lion.of(learningRate);
    }

    /// Returns [AdamW] for very large batches: see [Lamb].
    public static Lamb lamb(double learningRate) {
        return Lamb.of(learningRate);
    }

    /// Returns a rule that turns matrices in all directions alike: see [Muon].
    public static Muon muon(double learningRate) {
        return Muon.of(learningRate);
    }

    /// Returns a rule for training on all examples at once, which looks at signs alone: see
    /// [Rprop].
    public static Rprop rprop(double learningRate) {
        return Rprop.of(learningRate);
    }

    /// Returns a rule for sparse linear models of very many features: see [Ftrl].
    public static Ftrl ftrl(double learningRate) {
        return Ftrl.of(learningRate);
    }

    // ---- around rules

    /// Returns a rule that explores with `rule` and goes half of the way: see [LookAhead].
    public static LookAhead lookAhead(OptimizerSpec rule) {
        return LookAhead.of(rule);
    }

    // ---- groups

    /// Returns the trainable parameters of `layer` with a rule of their own: see
    /// [dev.gradus.nn.optimizer.Optimizer#of].
    public static Group group(OptimizerSpec rule, Layer layer) {
        return group(rule, Parameters.trainable(layer).values());
    }

    /// Returns the trainable ones of `parameters` with a rule of their own: see
    /// [dev.gradus.nn.optimizer.Optimizer#of].
    public static Group group(OptimizerSpec rule, Collection<Parameter> parameters) {
        return new Group(rule, List.copyOf(parameters));
    }

    // ---- averages of weights

    /// Returns an average that follows the weights slowly: see [Averaging.Exponential].
    public static Averaging.Exponential ema(double decay) {
        return new Averaging.Exponential(decay);
    }

    /// Returns the plain mean of the weights after each step: see [Averaging.Mean].
    public static Averaging.Mean swa() {
        return new Averaging.Mean(0, 1);
    }
}
