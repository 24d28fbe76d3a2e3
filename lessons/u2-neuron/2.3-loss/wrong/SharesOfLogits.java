// expects: The logits themselves are divided
class Exercise {
    static double[] softmax(double[] logits) {
        double largest = largest(logits);
        double[] result = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            result[i] = logits[i];
            sum += result[i];
        }
        for (int i = 0; i < logits.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    static double softmaxCrossEntropy(double[] logits, int label) {
        double largest = largest(logits);
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return Math.log(sum) - (logits[label] - largest);
    }

    static double largest(double[] numbers) {
        double largest = numbers[0];
        for (double number : numbers) {
            largest = Math.max(largest, number);
        }
        return largest;
    }
}
