/// Lesson 1.5: a row of a table as numbers, and back.
class Exercise {
    /// Returns the one-hot part, then the age (0 if it is missing), then the flag (1 if it is missing).
    static double[] encodeRow(String colour, double age, String[] colours) {
        return new double[colours.length + 2];
    }

    /// Returns the colour of an encoded row, or "unknown".
    static String decodeColour(double[] row, String[] colours) {
        return "unknown";
    }

    /// Returns the age of an encoded row, Double.NaN if it is missing.
    static double decodeAge(double[] row) {
        return 0;
    }
}
