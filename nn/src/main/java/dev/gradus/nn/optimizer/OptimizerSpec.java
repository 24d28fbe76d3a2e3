package dev.gradus.nn.optimizer;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.Collection;
import java.util.List;

/// A rule by which parameters follow their gradients, such as `adam(1e-3)`: what is to be done,
/// without the memory it takes.
///
/// A rule of one's own is a record that implements [#learningRate], [#memories], [#rates] and
/// [#change]. A rule around another one, such as [LookAhead], holds that one as a component.
public interface OptimizerSpec {
    /// Returns the learning rate to begin with: how large a step is.
    double learningRate();

    /// Returns the limit on gradients.
    default Clipping clipping() {
        return Clipping.NONE;
    }

    /// Returns what is remembered for a parameter before the first step, such as zeros of its shape
    /// for the mean of its gradients. Shapes are free, types must stay what they are here.
    ///
    /// @param parameter the value to begin with
    List<Tensor> memories(Tensor parameter);

    /// Returns the numbers that [#change] needs and that are not the same in every step.
    ///
    /// They become inputs of the step's program, so that a change of them does not make a new one.
    ///
    /// @param learningRate the present learning rate
    /// @param step the number of this step, counted from 1
    double[] rates(double learningRate, long step);

    /// Returns the next value of a parameter and of what is remembered for it.
    ///
    /// It is asked once for each structure of a loss, not at every step, so what it says must
    /// follow from its arguments and from the components of the record alone.
    ///
    /// @param parameter the present value
    /// @param gradient its gradient, clipped
    /// @param memory what is remembered
    /// @param rates the numbers of [#rates], each a scalar
    Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates);

    /// What a step makes of one parameter.
    ///
    /// @param parameter its next value
    /// @param memory what is remembered next
    record Change(Tensor parameter, List<Tensor> memory) {
        /// Copies the list.
        public Change {
            memory = List.copyOf(memory);
        }
    }

    /// Returns this rule with gradients no longer than `most`, all of them taken as one vector.
    default Clipped clipNorm(double most) {
        return new Clipped(this, new Clipping.ByNorm(most));
    }

    /// Returns this rule with no number of a gradient beyond `most`.
    default Clipped clipValue(double most) {
        return new Clipped(this, new Clipping.ByValue(most));
    }

    /// Returns an optimizer of the parameters of `layer` that training changes: see
    /// [Parameters#trainable].
    default Optimizer on(Layer layer) {
        return on(Parameters.trainable(layer).values());
    }

    /// Returns an optimizer of those of `parameters` that are trainable.
    default Optimizer on(Collection<Parameter> parameters) {
        return Optimizer.of(new Group(this, List.copyOf(parameters)));
    }
}
