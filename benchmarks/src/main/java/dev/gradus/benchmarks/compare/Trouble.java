package dev.gradus.benchmarks.compare;

/// Why a figure is missing, in a sentence for whoever reads the table.
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    Trouble(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
