// expects: The 1 stands a place too far
class Exercise {
    static double[] encodeRow(String colour, double age, String[] colours) {
        double[] row = new double[colours.length + 2];
        for (int i = 0; i < colours.length; i++) {
            if (colours[i].equals(colour)) {
                row[i + 1] = 1;
            }
        }
        if (Double.isNaN(age)) {
            row[colours.length + 1] = 1;
        } else {
            row[colours.length] = age;
        }
        return row;
    }

    static String decodeColour(double[] row, String[] colours) {
        for (int i = 0; i < colours.length; i++) {
            if (row[i] == 1) {
                return colours[i];
            }
        }
        return "unknown";
    }

    static double decodeAge(double[] row) {
        return row[row.length - 1] == 1 ? Double.NaN : row[row.length - 2];
    }
}
