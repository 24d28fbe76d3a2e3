package dev.gradus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.cli.Documents;
import dev.gradus.cli.report.ReportData.Answer;
import dev.gradus.cli.report.ReportData.Cell;
import dev.gradus.cli.report.ReportData.Confusion;
import dev.gradus.cli.report.ReportData.Epoch;
import dev.gradus.cli.report.ReportData.Fact;
import dev.gradus.cli.report.ReportData.Kind;
import dev.gradus.cli.report.ReportData.Learning;
import dev.gradus.cli.report.ReportData.Mistake;
import dev.gradus.cli.report.ReportData.Network;
import dev.gradus.cli.report.ReportData.Place;
import dev.gradus.cli.report.ReportData.Plane;
import dev.gradus.cli.report.ReportData.Score;
import dev.gradus.cli.report.ReportData.Step;
import dev.gradus.data.image.GrayImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportTest {
    private static final List<String> CLASSES = List.of("Shirt", "Coat", "Bag");
    private static final String HOSTILE =
            "\"><script>alert('x')</script><img src=y onerror=z>&\u0001";

    @Test
    void theHeadlineIsASentenceAboutTheResult() {
        assertThat(page(CLASSES, 0.884))
                .contains("<h1>It names 88 of 100 garments it has never seen</h1>");
        assertThat(page(CLASSES, 0.2)).contains("no better than always giving the same answer");
    }

    @Test
    void thePageIsWellFormedAndNothingInItComesFromElsewhere() {
        var page = page(CLASSES, 0.9);
        for (var element : elements(page)) {
            assertThat(element.getTagName())
                    .isNotIn("link", "iframe", "object", "embed", "video", "audio", "base");
            for (var name : List.of("src", "srcset", "poster", "action", "data")) {
                assertThat(element.getAttribute(name))
                        .matches("|data:image/png;base64,[A-Za-z0-9+/=]+");
            }
            assertThat(element.getAttribute("href")).matches("|#[a-z0-9-]+");
        }
        assertThat(page).doesNotContain("@import", "url(", "http:", "https:", "fetch(", "import(");
    }

    @Test
    void whateverClassesAreCalledStaysText() {
        var hostile = List.of(HOSTILE, "]]>", "<!--");
        var page = page(hostile, 0.9);
        assertThat(elements(page)).filteredOn(it -> it.getTagName().equals("script")).hasSize(1);
        assertThat(elements(page)).noneMatch(it -> it.hasAttribute("onerror"));
        assertThat(Documents.parse(page).getDocumentElement().getTextContent())
                .contains(HOSTILE.replace('\u0001', '\uFFFD'));
    }

    @Test
    void everyCellLeadsToItsExamplesWithoutAScript() {
        var elements = elements(page(CLASSES, 0.9));
        var targets = elements.stream().map(it -> it.getAttribute("id")).toList();
        var links =
                elements.stream()
                        .map(it -> it.getAttribute("href"))
                        .filter(it -> it.startsWith("#cell"))
                        .toList();
        assertThat(links).hasSize(7).doesNotHaveDuplicates();
        assertThat(targets).containsAll(links.stream().map(it -> it.substring(1)).toList());
    }

    @Test
    void everyPictureHasADescription() {
        assertThat(elements(page(CLASSES, 0.9)))
                .filteredOn(it -> it.getTagName().equals("img"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.getAttribute("alt")).isNotBlank());
    }

    @Test
    void aRunWithoutEpochsAndOneThatBrokeAreDrawnToo() {
        Documents.parse(Report.html(data(CLASSES, 0.3, List.of())));
        var broken =
                List.of(
                        new Epoch(1, 2, 0.4, 1.5, 0.5),
                        new Epoch(2, Double.NaN, 0.1, Double.NaN, 0.1));
        var page = Report.html(data(CLASSES, 0.3, broken));
        Documents.parse(page);
        assertThat(page).doesNotContain("M NaN", "\"NaN\"", "Infinity");
        var same = List.of(new Epoch(1, 1, 1, 1, 1));
        assertThat(Report.html(data(CLASSES, 0.3, same))).doesNotContain("NaN");
    }

    private static List<Element> elements(String page) {
        var all = Documents.parse(page).getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    private static String page(List<String> classes, double accuracy) {
        return Report.html(
                data(
                        classes,
                        accuracy,
                        List.of(
                                new Epoch(1, 0.9, 0.7, 0.6, 0.8),
                                new Epoch(2, 0.5, 0.8, 0.5, 0.85))));
    }

    private static ReportData data(List<String> classes, double accuracy, List<Epoch> epochs) {
        var image = GrayImage.of(2, 2, new float[] {0, 85, 170, 255});
        var mistake =
                new Mistake(
                        image,
                        classes.get(0),
                        List.of(new Answer(classes.get(1), 0.7), new Answer(classes.get(0), 0.3)));
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < 9; i++) {
            var count = i == 2 || i == 6 ? 0 : 5 + i;
            cells.add(new Cell(count, count == 0 ? List.of() : List.of(mistake)));
        }
        var kinds = classes.stream().map(it -> new Kind(it, 0.5, 0.75, 0.6, 10)).toList();
        var plane = new Plane("unit 1", 2, List.of(1f, -1f, 0f, 0.5f));
        return new ReportData(
                "Data",
                "garments",
                new Score(
                        30, accuracy, accuracy - 0.01, accuracy + 0.01, 0.6, 0.5, 0.33, 0.8, kinds),
                new Learning(epochs, 1, "All epochs are done.", 12, 9_000, 1_234),
                new Confusion(classes, cells),
                List.of(mistake),
                new Network(
                        mistake,
                        List.of(
                                new Place("flatten()", "4", 4, 0, List.of(), 0),
                                new Place("dense(3)", "3", 3, 15, List.of(plane), 1)),
                        15,
                        12),
                List.of(plane),
                List.of(new Fact("seed", "1")),
                List.of(new Fact("data", classes.get(0))),
                List.of(new Step("Go on.", "gradus doctor")));
    }
}
