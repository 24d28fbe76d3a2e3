package dev.gradus.studio.model;

/// How numbers are spread: how many lie in each of equally wide pieces between the smallest and the largest.
///
/// @param least where the first piece begins
/// @param most where the last one ends
/// @param counts how many lie in each
record Bars(double least, double most, float[] counts) {
    static Bars of(float[] numbers, int pieces) {
        var figures = Figures.of(numbers);
        var wide = figures.most() - figures.least();
        var counts = new float[pieces];
        for (var number : numbers) {
            if (Float.isFinite(number)) {
                var piece = wide == 0 ? 0 : (int) ((number - figures.least()) / wide * pieces);
                counts[Math.min(piece, pieces - 1)]++;
            }
        }
        return new Bars(figures.least(), figures.most(), counts);
    }

    /// Returns the ends, then the counts.
    float[] all() {
        var all = new float[counts.length + 2];
        all[0] = (float) least;
        all[1] = (float) most;
        System.arraycopy(counts, 0, all, 2, counts.length);
        return all;
    }
}
