package dev.gradus.cli.report;

/// What the first layer learned, each unit's share laid out as the picture it looks at.
final class WeightsSection {
    private static final int SIDE = 112;

    /// Fewer rows than this show an edge at most.
    private static final int LEAST_PICTURE = 9;

    private WeightsSection() {}

    static void write(Markup page, ReportData data) {
        if (data.firstLayer().isEmpty()) {
            return;
        }
        Chart.open(
                page,
                "What the first layer learned",
                "How training changed the weights of the %d units it changed most, laid out as what they look at. Blue +: light here speaks for the unit. Striped orange −: light here speaks against it."
                        .formatted(data.firstLayer().size()),
                good(data));
        page.open("div", "class", "weights");
        for (var plane : data.firstLayer()) {
            var zoom = Math.max(1, SIDE / Math.max(plane.width(), plane.height()));
            page.open("figure");
            page.empty(
                    "img",
                    "src",
                    Pictures.signed(plane, zoom, Pictures.most(java.util.List.of(plane))),
                    "alt",
                    plane.name(),
                    "class",
                    "signed",
                    "width",
                    Integer.toString(plane.width() * zoom),
                    "height",
                    Integer.toString(plane.height() * zoom));
            page.leaf("figcaption", plane.name());
            page.close();
        }
        page.close().close();
    }

    private static String good(ReportData data) {
        return data.firstLayer().getFirst().height() < LEAST_PICTURE
                ? "edges and spots, and few of them twice"
                : "outlines and parts of %s, not sand".formatted(data.things());
    }
}
