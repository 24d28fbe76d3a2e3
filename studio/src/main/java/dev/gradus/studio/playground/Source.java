package dev.gradus.studio.playground;

/// Where points come from: a kind of points that is made from a seed, or columns of the user's own table.
sealed interface Source permits PointSet, Columns {
    /// Returns whether each point has a number to be answered, rather than one of two classes.
    boolean isRegression();
}
