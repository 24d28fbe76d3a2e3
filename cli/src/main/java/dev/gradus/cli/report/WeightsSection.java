package dev.gradus.cli.report;

/// What the first layer learned to look for, each unit's weights laid out as the picture it looks at.
final class WeightsSection {
    private static final int SIDE = 112;

    private WeightsSection() {}

    static void write(Markup page, ReportData data) {
        if (data.firstLayer().isEmpty()) {
            return;
        }
        Chart.open(
                page,
                "What the first layer looks for",
                "The weights of its %d strongest units, laid out as what they look at. Blue +: light here speaks for it. Striped orange −: light here speaks against it."
                        .formatted(data.firstLayer().size()),
                "outlines and parts of %s, not sand".formatted(data.things()));
        page.open("div", "class", "weights");
        for (var plane : data.firstLayer()) {
            var zoom = Math.max(1, SIDE / Math.max(plane.width(), plane.height()));
            page.open("figure");
            page.empty(
                    "img",
                    "src", Pictures.signed(plane, zoom, Pictures.most(java.util.List.of(plane))),
                    "alt", plane.name(),
                    "class", "signed",
                    "width", Integer.toString(plane.width() * zoom),
                    "height", Integer.toString(plane.height() * zoom));
            page.leaf("figcaption", plane.name());
            page.close();
        }
        page.close().close();
    }
}
