package dev.gradus.train;

import dev.gradus.data.image.GrayImage;
import dev.gradus.tensor.Tensor;

/// Answers one example at a time inside an application; any number of threads may ask at once.
///
/// Loading a model and making a predictor is done once. The first answer takes longer than the
/// others, because the network is compiled for it.
public final class Predictor implements AutoCloseable {
    private final Model model;
    private volatile boolean closed;

    Predictor(Model model) {
        this.model = model;
    }

    /// Answers one raw example, as it was collected: the model prepares it.
    ///
    /// @throws IllegalArgumentException if it has another number of numbers than the model takes
    /// @throws IllegalStateException if the predictor has been closed
    public Prediction predict(float... raw) {
        if (closed) {
            throw new IllegalStateException(
                    "this predictor was closed: take another from model.predictor()");
        }
        return model.predict(raw);
    }

    /// Answers one raw example, of the model's input shape with or without an axis for the batch.
    ///
    /// @throws IllegalArgumentException if it has another shape
    /// @throws IllegalStateException if the predictor has been closed
    public Prediction predict(Tensor raw) {
        var input = model.inputShape();
        if (!raw.shape().equals(input) && !raw.shape().equals(input.insert(0, 1))) {
            throw new IllegalArgumentException(
                    "an example of shape %s was given: the model takes %s"
                            .formatted(raw.shape(), input));
        }
        return predict(raw.toFloats());
    }

    /// Answers a picture that has the size the model takes, height by width by one channel.
    ///
    /// @throws IllegalArgumentException if it has another size
    /// @throws IllegalStateException if the predictor has been closed
    public Prediction predict(GrayImage picture) {
        var input = model.inputShape();
        if (input.rank() < 2
                || input.size(0) != picture.height()
                || input.size(1) != picture.width()) {
            throw new IllegalArgumentException(
                    "a picture of %d rows and %d columns was given: the model takes %s, use fitted(width, height)"
                            .formatted(picture.height(), picture.width(), input));
        }
        return predict(picture.values());
    }

    /// Refuses further questions.
    @Override
    public void close() {
        closed = true;
    }
}
