package dev.gradus.cli.report;

/// The frame that all pictures share: a title, one line that reads the picture, the picture.
final class Chart {
    private Chart() {}

    /// Opens the frame; whoever opens it closes it.
    ///
    /// @param says what it shows
    /// @param good what good looks like, or nothing
    static void open(Markup page, String title, String says, String good, String... classes) {
        page.open("section", "class", String.join(" ", "chart", String.join(" ", classes)).strip());
        page.leaf("h2", title);
        page.open("p", "class", "says").text(says);
        if (!good.isEmpty()) {
            page.text(" ").leaf("span", "Good: " + good, "class", "good");
        }
        page.close();
    }

    /// Writes a picture that is looked at through `name`, its description.
    static void image(Markup page, String source, String name, int size) {
        page.empty(
                "img",
                "src",
                source,
                "alt",
                name,
                "width",
                Integer.toString(size),
                "height",
                Integer.toString(size));
    }
}
