package dev.gradus.train;

/// Adds up what the steps of an epoch reached.
final class EpochMeter {
    private double lossSum;
    private double correct;
    private double lastLoss;
    private int count;
    private int batches;

    void add(double loss, double correctInBatch, int size) {
        lossSum += loss * size;
        correct += correctInBatch;
        lastLoss = loss;
        count += size;
        batches++;
    }

    int count() {
        return count;
    }

    int batches() {
        return batches;
    }

    double lastLoss() {
        return lastLoss;
    }

    double loss() {
        return lossSum / count;
    }

    double accuracy() {
        return correct / count;
    }
}
