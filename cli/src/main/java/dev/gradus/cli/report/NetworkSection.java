package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Mistake;
import dev.gradus.cli.report.ReportData.Place;
import dev.gradus.cli.report.ReportData.Plane;
import dev.gradus.cli.text.Numbers;
import java.util.ArrayList;

/// The network from left to right with one example on its way through: each tile is what a unit
/// answered to it.
final class NetworkSection {
    /// How large the longer side of a plane is drawn, in pixels, where its tiles stay of a size to see.
    private static final int SIDE = 128;

    private static final int SMALL_SIDE = 48;
    private static final int TILE = 10;

    private NetworkSection() {}

    static void write(Markup page, ReportData data) {
        var network = data.network();
        var example = network.example();
        Chart.open(
                page,
                "One of them on its way through",
                "%s numbers learned, %s multiplications for one answer. Each tile is what a unit answered: blue plus, striped orange minus, empty 0. The band is as high as there are numbers in it."
                        .formatted(
                                Numbers.count(network.parameters()),
                                Numbers.count(network.multiplyAdds())),
                "");
        page.open("div", "class", "net");
        page.open("div", "class", "place");
        page.open("div", "class", "tiles");
        Chart.image(page, Pictures.gray(example.image()), example.truth(), 112);
        page.close();
        caption(page, "input", size(example), "");
        page.close();
        var flow = example.image().width() * example.image().height();
        for (var place : network.places()) {
            band(page, flow);
            place(page, place);
            flow = place.numbers();
        }
        band(page, flow);
        answer(page, example);
        page.close().close();
    }

    private static void band(Markup page, int numbers) {
        page.open("div", "class", "band", "aria-hidden", "true");
        page.open("i", "style", flow(numbers)).close().close();
    }

    private static void place(Markup page, Place place) {
        page.open("div", "class", place.answers().isEmpty() ? "place pass" : "place");
        page.open("div", "class", place.answers().size() > 1 ? "tiles planes" : "tiles");
        if (place.answers().isEmpty()) {
            // it hands the numbers on, in another order or only while learning
            page.open("i", "class", "post-mark", "style", flow(place.numbers())).close();
        }
        var most = Pictures.most(place.answers());
        for (var plane : place.answers()) {
            var zoom = zoom(plane, place.answers().size() > 1 ? SMALL_SIDE : SIDE);
            page.empty(
                    "img",
                    "src",
                    Pictures.signed(plane, zoom, most),
                    "alt",
                    plane.name(),
                    "class",
                    "signed",
                    "width",
                    Integer.toString(plane.width() * zoom),
                    "height",
                    Integer.toString(plane.height() * zoom));
        }
        page.close();
        caption(page, place.layer(), place.shape(), note(place));
        page.close();
    }

    private static int zoom(Plane plane, int side) {
        var longer = Math.max(plane.width(), plane.height());
        return Math.clamp(Math.round((float) side / longer), 1, TILE);
    }

    private static String note(Place place) {
        var notes = new ArrayList<String>();
        if (place.parameters() > 0) {
            notes.add(Numbers.count(place.parameters()) + " learned");
        }
        if (place.answers().size() < place.planes()) {
            notes.add("%d of %d planes".formatted(place.answers().size(), place.planes()));
        }
        return String.join(", ", notes);
    }

    private static String flow(int numbers) {
        return "--flow:%dpx"
                .formatted(Math.max(2, Math.round(9 * Math.log(numbers) / Math.log(2) - 24)));
    }

    private static void answer(Markup page, Mistake example) {
        page.open("div", "class", "place answer");
        page.open("p").text("It says ").leaf("b", example.answer().name());
        page.text(
                example.answer().name().equals(example.truth())
                        ? ". It is."
                        : ". It was " + example.truth() + ".");
        page.close();
        Bars.write(page, example);
        page.close();
    }

    private static void caption(Markup page, String name, String shape, String note) {
        page.open("p", "class", "caption").leaf("b", name).leaf("span", shape);
        if (!note.isEmpty()) {
            page.leaf("span", note);
        }
        page.close();
    }

    private static String size(Mistake example) {
        return example.image().height() + " × " + example.image().width();
    }
}
