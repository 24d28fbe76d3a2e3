/// Lesson 2.3: from logits to probabilities, and how wrong they are.
class Exercise {
    /// Returns the probabilities that belong to the logits.
    static double[] softmax(double[] logits) {
        return new double[logits.length];
    }

    /// Returns the cross-entropy; label is the place of the right class.
    static double softmaxCrossEntropy(double[] logits, int label) {
        return 0;
    }
}
