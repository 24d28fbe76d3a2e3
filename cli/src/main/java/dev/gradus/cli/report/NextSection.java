package dev.gradus.cli.report;

/// What to do now, as commands to copy.
final class NextSection {
    private NextSection() {}

    static void write(Markup page, ReportData data) {
        page.open("section", "class", "chart next", "id", "next");
        page.leaf("h2", "What to do next");
        page.open("ol", "class", "steps");
        for (var step : data.next()) {
            page.open("li").leaf("p", step.what());
            page.open("pre").leaf("code", step.command()).close();
            page.close();
        }
        page.close().close();
    }
}
