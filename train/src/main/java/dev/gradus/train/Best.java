package dev.gradus.train;

import dev.gradus.io.Weights;
import dev.gradus.nn.Layer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps a copy of the best weights so far, and counts how long nothing was better.
final class Best {
    private final Layer layer;
    private final double smallest;
    private Weights weights;
    private double score = Double.NEGATIVE_INFINITY;
    private int epoch;
    private int epochsSince;

    /// @param smallest how much better an epoch must be for the count to begin anew
    Best(Layer layer, double smallest) {
        this.layer = layer;
        this.smallest = smallest;
        // should the very first epoch fail, the weights it began with are still numbers
        this.weights = Weights.of(layer);
    }

    /// Notes what an epoch reached, a larger score being better; returns whether it is the best.
    boolean offer(int number, double reached) {
        epochsSince = reached > score + smallest ? 0 : epochsSince + 1;
        if (!(reached > score)) {
            return false;
        }
        score = reached;
        epoch = number;
        weights = Weights.of(layer);
        return true;
    }

    Weights weights() {
        return weights;
    }

    /// Returns what was noted beside the weights, as JSON can hold it.
    Map<String, Object> notes() {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("score", Notes.number(score));
        notes.put("epoch", epoch);
        notes.put("epochsSince", epochsSince);
        return notes;
    }

    /// Goes on from what was noted before.
    void restore(Notes notes, Weights kept) {
        score = notes.number("score");
        epoch = notes.count("epoch");
        epochsSince = notes.count("epochsSince");
        weights = kept;
    }

    /// Gives the network the best weights back.
    void restore() {
        weights.into(layer);
    }

    /// Returns the epoch of the best weights, or 0 if there was none.
    int epoch() {
        return epoch;
    }

    int epochsSinceImprovement() {
        return epochsSince;
    }
}
