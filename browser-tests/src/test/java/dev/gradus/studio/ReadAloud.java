package dev.gradus.studio;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes down what a screen reader would read of each page, from its beginning to its end: roles, names, values.
/// No part of the usual tests: `tools/read-aloud` runs it; somebody has to read it.
class ReadAloud {
    /// Boxes without a meaning of their own.
    private static final Set<String> SILENT =
            Set.of(
                    "none",
                    "generic",
                    "InlineTextBox",
                    "RootWebArea",
                    "LineBreak",
                    "ListMarker",
                    "LayoutTable",
                    "LayoutTableRow",
                    "LayoutTableCell");

    private static final Set<String> STATES =
            Set.of(
                    "checked",
                    "pressed",
                    "expanded",
                    "disabled",
                    "selected",
                    "valuetext",
                    "level",
                    "live",
                    "invalid");

    @TempDir Path folder;

    @Test
    void everyPage() throws IOException {
        var texts = Files.createDirectories(Path.of("target", "read-aloud"));
        try (var walk = new Walk(folder)) {
            walk.runs("trained");
            TrainedRuns.garments();
            var tools = walk.browser().page().context().newCDPSession(walk.browser().page());
            tools.send("Accessibility.enable");
            for (var address :
                    List.of(
                            "path",
                            "lesson#2.1/visual",
                            "lesson#1.3/exercise",
                            "playground#paused",
                            "run",
                            "model#model=made/lenet5",
                            "results",
                            "try",
                            "resources")) {
                walk.visit(address);
                walk.browser().page().waitForTimeout(3_000);
                Files.write(texts.resolve(address.replaceAll("\\W+", "-") + ".txt"), read(tools));
            }
        }
    }

    private static List<String> read(CDPSession tools) {
        var nodes = tools.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
        var byId = new LinkedHashMap<String, JsonObject>();
        nodes.forEach(node ->
                byId.put(
                        node.getAsJsonObject().get("nodeId").getAsString(),
                        node.getAsJsonObject()));
        var lines = new ArrayList<String>();
        read(nodes.get(0).getAsJsonObject(), byId, 0, "", lines);
        return lines;
    }

    private static void read(
            JsonObject node,
            Map<String, JsonObject> all,
            int depth,
            String above,
            List<String> lines) {
        var role = text(node, "role");
        var name = text(node, "name").strip();
        var isIgnored = node.get("ignored").getAsBoolean();
        // text is read once: what is the name of what it stands in has been said
        var isSaid =
                isIgnored
                        || SILENT.contains(role)
                        || role.equals("StaticText") && (name.isEmpty() || above.contains(name));
        if (!isSaid) {
            lines.add(
                    "  ".repeat(depth)
                            + (role.equals("StaticText") ? "" : role + " ")
                            + (name.isEmpty() ? "" : "“" + name + "”")
                            + rest(node));
        }
        for (var child : node.has("childIds") ? node.getAsJsonArray("childIds") : new JsonArray()) {
            var next = all.get(child.getAsString());
            if (next != null) {
                read(next, all, isSaid ? depth : depth + 1, isSaid ? above : name, lines);
            }
        }
    }

    private static String rest(JsonObject node) {
        var rest = new StringBuilder();
        for (var part : List.of("value", "description")) {
            if (!text(node, part).isEmpty()) {
                rest.append(" · ")
                        .append(part.equals("value") ? "" : "described: ")
                        .append(text(node, part));
            }
        }
        for (var property :
                node.has("properties") ? node.getAsJsonArray("properties") : new JsonArray()) {
            var it = property.getAsJsonObject();
            var name = it.get("name").getAsString();
            var value = it.getAsJsonObject("value").get("value");
            if (STATES.contains(name) && value != null && !value.getAsString().equals("false")) {
                rest.append(" [").append(name).append(' ').append(value.getAsString()).append(']');
            }
        }
        return rest.toString();
    }

    private static String text(JsonObject node, String part) {
        return node.has(part) && node.getAsJsonObject(part).has("value")
                ? node.getAsJsonObject(part).get("value").getAsString()
                : "";
    }
}
