package dev.gradus.nn.picture;

/// How many numbers layers hold.
///
/// @param trained how many are trained
/// @param kept how many are kept but not trained
record Held(long trained, long kept) {
    static final Held NOTHING = new Held(0, 0);

    Held plus(Held other) {
        return new Held(trained + other.trained, kept + other.kept);
    }

    boolean isNothing() {
        return trained == 0 && kept == 0;
    }

    /// Returns it in words, for layers that stand `times` times one after the other.
    String words(int times) {
        if (trained > 0) {
            return times(trained, times)
                    + (trained == 1 && times == 1 ? " parameter" : " parameters");
        }
        return kept == 0 ? "" : times(kept, times) + " kept as they are";
    }

    private static String times(long each, int times) {
        return times == 1 ? Words.number(each) : times + " × " + Words.number(each);
    }
}
