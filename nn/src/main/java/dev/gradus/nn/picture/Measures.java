package dev.gradus.nn.picture;

/// How large things are, in pixels.
///
/// @param box how wide boxes are
record Measures(double box) {
    /// A character of the code font at 13 pixels, a little more than most have.
    private static final double CHARACTER = 7.9;

    private static final double NARROWEST = 210;
    static final double LINE = 17;
    static final double SIDE = 12;
    static final double ROW_GAP = 28;
    static final double COLUMN_GAP = 24;

    /// What frames keep free around what is inside.
    static final double FRAME = 18;

    static final double FRAME_TITLE = 34;

    /// How far the sheets behind one that stands for several look out.
    static final double SHEETS = 8;

    /// Returns the measures for a diagram.
    static Measures of(Diagram diagram) {
        return new Measures(Math.max(NARROWEST, widest(diagram)));
    }

    private static double widest(Diagram diagram) {
        return diagram.items().stream()
                .mapToDouble(item ->
                        switch (item) {
                            case Item.Box box -> width(box);
                            case Item.Frame frame -> widest(frame.inside());
                            case Item.Entry _ -> 0;
                        })
                .max()
                .orElse(0);
    }

    private static double width(Item.Box box) {
        var first = box.text().getFirst().length() + 2 + box.place().length();
        var others = box.text().stream().mapToInt(String::length).max().orElse(0);
        var below = inOneLine(box) ? 0 : note(box).length();
        var beside = inOneLine(box) ? box.shape().length() + 2 : 0;
        return 2 * SIDE + CHARACTER * Math.max(Math.max(first + beside, others), below);
    }

    /// Returns the line below the text of a box.
    static String note(Item.Box box) {
        var held = box.held().words(box.times());
        return held.isEmpty() ? box.shape() : box.shape() + "   " + held;
    }

    /// Returns whether a box has its shape, if any, beside its text.
    static boolean inOneLine(Item.Box box) {
        return switch (box.look()) {
            case INPUT, OUTPUT, QUIET -> box.text().size() == 1;
            case MERGE -> box.text().size() == 1 && box.place().isEmpty();
            case LAYER, AGAIN, FOLDED -> box.shape().isEmpty() && box.held().isNothing();
        };
    }

    static double height(Item.Box box) {
        var lines = box.text().size() + (inOneLine(box) ? 0 : 1);
        return 14 + LINE * lines + (box.held().trained() > 0 ? 4 : 0);
    }

    static double sheets(int times) {
        return times > 1 ? SHEETS : 0;
    }
}
