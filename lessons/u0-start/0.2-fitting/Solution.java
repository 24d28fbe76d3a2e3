class Exercise {
    static double predict(double x, double w, double b) {
        return w * x + b;
    }

    static double loss(double[] xs, double[] ys, double w, double b) {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            double difference = predict(xs[i], w, b) - ys[i];
            sum += difference * difference;
        }
        return sum / xs.length;
    }
}
