package dev.gradus.cli.report;

/// The dot with the yellow ring: here it stands.
final class Dot {
    private Dot() {}

    static void write(Markup page, double x, double y) {
        circle(page, x, y, 8.5, "ring");
        circle(page, x, y, 4.5, "core");
    }

    private static void circle(Markup page, double x, double y, double radius, String kind) {
        page.empty(
                "circle",
                "cx",
                Markup.number(x),
                "cy",
                Markup.number(y),
                "r",
                Markup.number(radius),
                "class",
                kind);
    }
}
