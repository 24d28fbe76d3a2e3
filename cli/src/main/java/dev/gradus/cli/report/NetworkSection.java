package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Mistake;
import dev.gradus.cli.report.ReportData.Place;
import dev.gradus.cli.text.Numbers;

/// The network from left to right with one example on its way through: each tile is what a unit
/// answered to it.
final class NetworkSection {
    private static final int ZOOM = 4;
    private static final int TILE_WIDTH = 9;

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
        var height = Math.max(2, Math.round(9 * Math.log(numbers) / Math.log(2) - 24));
        page.open("div", "class", "band", "aria-hidden", "true");
        page.open("i", "style", "--flow:" + height + "px").close().close();
    }

    private static void place(Markup page, Place place) {
        page.open("div", "class", "place");
        var most = Pictures.most(place.answers());
        var picture = place.answers().size() > 1 || place.answers().stream().anyMatch(it -> it.height() > 1 && it.width() > TILE_WIDTH * 3);
        page.open("div", "class", picture ? "tiles planes" : "tiles");
        for (var plane : place.answers()) {
            var zoom = picture ? 2 : ZOOM * 2;
            page.empty(
                    "img",
                    "src", Pictures.signed(plane, zoom, most),
                    "alt", plane.name(),
                    "class", "signed",
                    "width", Integer.toString(plane.width() * zoom),
                    "height", Integer.toString(plane.height() * zoom));
        }
        page.close();
        var shown = place.answers().size();
        var more = shown < place.planes() ? shown + " of " + place.planes() + " shown" : "";
        var learned = place.parameters() > 0 ? Numbers.count(place.parameters()) + " learned" : more;
        caption(page, place.layer(), place.shape(), learned);
        page.close();
    }

    private static void answer(Markup page, Mistake example) {
        page.open("div", "class", "place answer");
        page.open("p").text("It says ").leaf("b", example.answer().name());
        page.text(example.answer().name().equals(example.truth()) ? ". It is." : ". It was " + example.truth() + ".");
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
