package dev.gradus.tensor;

import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.op.Source;
import org.jspecify.annotations.Nullable;

/// Numbers that training changes: the weights of a network, or the memory of an optimizer.
///
/// A parameter can be used wherever a tensor can. What was built from it belongs to the value it had
/// then: asking for it after the parameter has changed is refused, never answered with a mixture.
public final class Parameter extends Tensor {
    private final boolean trainable;
    private Buffer present;
    private @Nullable Buffer spare;
    private int version;
    private @Nullable Tensor reading;

    private Parameter(Shape shape, Buffer value, boolean trainable) {
        super(new Source.Input(), shape, value.type(), null);
        this.present = value;
        this.trainable = trainable;
    }

    /// Returns a parameter that begins with the numbers of `value`.
    public static Parameter of(Tensor value) {
        return new Parameter(value.shape(), value.buffer().copy(), true);
    }

    /// Returns a parameter that gradients pass by, such as a running mean: only `assigning` changes it.
    public static Parameter state(Tensor value) {
        return new Parameter(value.shape(), value.buffer().copy(), false);
    }

    /// Returns whether an optimizer changes this parameter.
    public boolean trainable() {
        return trainable;
    }

    /// Returns how often the value has changed.
    public int version() {
        return version;
    }

    /// Gives the parameter the numbers of `value` at once.
    ///
    /// @throws ShapeException if shape or type differ
    public void set(Tensor value) {
        checkFits(value);
        var numbers = value.buffer().copy();
        replace(numbers);
    }

    void checkFits(Tensor value) {
        if (!value.shape().equals(shape()) || value.type() != type()) {
            throw new ShapeException(
                    "a parameter of %s %s was given %s %s: shape and type must stay the same"
                            .formatted(shape(), type(), value.shape(), value.type()));
        }
    }

    @Override
    synchronized Tensor current() {
        var node = reading;
        if (node == null) {
            node = new Tensor(new Source.Variable(this, version), shape(), type(), null);
            reading = node;
        }
        return node;
    }

    @Override
    public boolean isComputed() {
        return true;
    }

    @Override
    public Buffer buffer() {
        return present;
    }

    /// Returns a buffer to compute the next value in, for the graph: [#commit()] makes it the present
    /// one, and the present one becomes the spare.
    public synchronized Buffer next() {
        var buffer = spare;
        if (buffer == null) {
            buffer = Buffer.allocate(type(), shape().count());
            spare = buffer;
        }
        return buffer;
    }

    /// Makes the buffer of [#next()] the value; for the graph, at the end of a step.
    public synchronized void commit() {
        replace(next());
    }

    private synchronized void replace(Buffer value) {
        spare = present;
        present = value;
        version++;
        reading = null;
    }
}
