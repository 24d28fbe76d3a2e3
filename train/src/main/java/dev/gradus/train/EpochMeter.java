package dev.gradus.train;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /// Returns what was added up so far, as JSON can hold it.
    Map<String, Object> notes() {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("lossSum", Notes.number(lossSum));
        notes.put("correct", correct);
        notes.put("lastLoss", Notes.number(lastLoss));
        notes.put("count", count);
        notes.put("batches", batches);
        return notes;
    }

    static EpochMeter of(Notes notes) {
        var meter = new EpochMeter();
        meter.lossSum = notes.number("lossSum");
        meter.correct = notes.number("correct");
        meter.lastLoss = notes.number("lastLoss");
        meter.count = notes.count("count");
        meter.batches = notes.count("batches");
        return meter;
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
