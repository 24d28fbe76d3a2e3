// expects: the log of 0 is infinite
class Exercise {
    static double[] softmax(double[] logits) {
        double largest = largest(logits);
        double[] result = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            result[i] = Math.exp(logits[i] - largest);
            sum += result[i];
        }
        for (int i = 0; i < logits.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    static double softmaxCrossEntropy(double[] logits, int label) {
        return -Math.log(softmax(logits)[label]);
    }

    static double largest(double[] numbers) {
        double largest = numbers[0];
        for (double number : numbers) {
            largest = Math.max(largest, number);
        }
        return largest;
    }
}
