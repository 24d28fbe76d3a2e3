package dev.gradus.studio.playground;

/// What a picture says beside the network.
///
/// @param x the marked place
/// @param y the marked place
/// @param playing whether it is learning
/// @param back whether an earlier epoch is shown
/// @param latest the last epoch there is
/// @param epochsPerSecond how fast it goes
/// @param shareOfWatching how many of 1,000 parts of the time went into pictures
/// @param view what is looked at
record Moment(
        double x,
        double y,
        boolean playing,
        boolean back,
        long latest,
        double epochsPerSecond,
        int shareOfWatching,
        Command.View view) {}
