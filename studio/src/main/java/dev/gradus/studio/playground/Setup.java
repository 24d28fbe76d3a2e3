package dev.gradus.studio.playground;

import java.util.List;

/// Everything that a run in the playground follows from: the same setup gives the same run, bit for
/// bit.
///
/// @param data which points
/// @param points how many; of own data those that the table has
/// @param noise how far they stray, from 0 to 0.5
/// @param unseen which part of them is kept for the test, from 0.1 to 0.9
/// @param seed what points and first weights follow from
/// @param features what the network is told about each point
/// @param layers how many neurons each hidden layer has
/// @param activation the bend of the hidden layers
/// @param optimizer the rule that weights follow
/// @param rate its learning rate
/// @param batch how many points it learns from at once; 0 for all
/// @param loss what counts as wrong
/// @param penalty the price on weights
/// @param strength how high that is
record Setup(
        Source data,
        int points,
        double noise,
        double unseen,
        long seed,
        List<Feature> features,
        List<Integer> layers,
        Bend activation,
        Rule optimizer,
        double rate,
        int batch,
        Measure loss,
        Penalty penalty,
        double strength) {
    static final int FEWEST_POINTS = 20;
    static final int MOST_POINTS = 1000;
    static final int MOST_LAYERS = 12;
    static final int MOST_NEURONS = 16;
    static final long MOST_SEED = 999_999;
    private static final double MOST_RATE = 1000;
    private static final double MOST_STRENGTH = 100;

    /// Copies the lists and checks the numbers.
    Setup {
        features = List.copyOf(features);
        layers = List.copyOf(layers);
        if (data instanceof PointSet) {
            within("points", points, FEWEST_POINTS, MOST_POINTS);
        }
        within("noise", noise, 0, 0.5);
        within("unseen", unseen, 0.1, 0.9);
        within("seed", (double) seed, 0, MOST_SEED);
        checkedRate(rate);
        within("batch", batch, 0, MOST_POINTS);
        within("strength", strength, 0, MOST_STRENGTH);
        within("the number of features", features.size(), 1, Feature.values().length);
        within("the number of layers", layers.size(), 0, MOST_LAYERS);
        layers.forEach(neurons -> within("the neurons of a layer", neurons, 1, MOST_NEURONS));
        if (data.isRegression() && loss != Measure.SQUARED_ERROR) {
            throw new IllegalArgumentException(
                    "%s has numbers to be answered, no classes: measure with the squared error"
                            .formatted(data));
        }
        if (features.stream().distinct().count() != features.size()) {
            throw new IllegalArgumentException(
                    "features are %s: name each once".formatted(features));
        }
    }

    static double checkedRate(double rate) {
        within("rate", rate, 0, MOST_RATE);
        return rate;
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s: give a number from %s to %s".formatted(name, value, least, most));
        }
    }

    /// Returns how many points are kept for the test.
    int unseenPoints() {
        return Math.clamp(Math.round(points * unseen), 1, points - 1);
    }

    /// Returns how many points it learns from at once.
    int batchSize() {
        var seen = points - unseenPoints();
        return batch == 0 ? seen : Math.min(batch, seen);
    }

    /// Returns this setup with another number of points.
    Setup points(int count) {
        return new Setup(
                data,
                count,
                noise,
                unseen,
                seed,
                features,
                layers,
                activation,
                optimizer,
                rate,
                batch,
                loss,
                penalty,
                strength);
    }

    /// Returns this setup with another rule at another rate.
    Setup learning(Command.Lane lane) {
        return new Setup(
                data,
                points,
                noise,
                unseen,
                seed,
                features,
                layers,
                activation,
                lane.optimizer(),
                lane.rate(),
                batch,
                loss,
                penalty,
                strength);
    }

    /// Returns whether a run of this setup has the points and the network of one of `other`.
    boolean isBranchOf(Setup other) {
        return data.equals(other.data)
                && noise == other.noise
                && unseen == other.unseen
                && seed == other.seed
                && features.equals(other.features)
                && layers.equals(other.layers)
                && activation == other.activation
                && (data instanceof Columns || points == other.points);
    }
}
