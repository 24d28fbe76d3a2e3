package dev.gradus.studio.playground;

/// Which columns of a table of one's own are learnt from; the table itself is no part of a setup.
///
/// @param x the column that is x₁, from 0
/// @param y the column that is x₂
/// @param label the column that says which class a row is of
/// @param plus the class that is plus; all others are minus
record Columns(int x, int y, int label, String plus) implements Source {
    /// Checks what can be checked without the table.
    Columns {
        if (x < 0 || y < 0 || label < 0 || x == y) {
            throw new IllegalArgumentException(
                    "columns are %d, %d and %d: choose two different ones for x₁ and x₂"
                            .formatted(x, y, label));
        }
    }

    @Override
    public boolean isRegression() {
        return false;
    }
}
