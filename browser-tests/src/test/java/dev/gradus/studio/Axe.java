package dev.gradus.studio;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// Asks axe-core which rules of WCAG 2.2 AA the page breaks as it is now.
///
/// The script is put into a page once, so that a page can be looked at in many states.
final class Axe {
    private static final String SCRIPT = script();
    private static final String ASK =
            """
            async runOnly => {
              const found = await axe.run(document, { runOnly });
              if (!found.passes.length && !found.violations.length) {
                throw new Error('axe found nothing to look at: ' + runOnly);
              }
              return JSON.stringify(found.violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 300)}\\n${node.failureSummary}`)));
            }\
            """;

    private Axe() {}

    /// Returns what is broken, each with its rule, its element and why.
    static List<String> violations(Page page) {
        return violations(page, List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    }

    /// Returns what is broken of the rules on colours: the only ones for which another theme is another page.
    static List<String> violationsOfColour(Page page) {
        return violations(page, List.of("color-contrast", "link-in-text-block"));
    }

    private static List<String> violations(Page page, List<String> rules) {
        if (!(Boolean) page.evaluate("typeof axe === 'object'")) {
            page.evaluate(SCRIPT);
        }
        var found = new Gson().fromJson((String) page.evaluate(ASK, rules), JsonArray.class);
        return StreamSupport.stream(found.spliterator(), false)
                .map(violation -> violation.getAsString())
                .toList();
    }

    private static String script() {
        try (var file =
                Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
