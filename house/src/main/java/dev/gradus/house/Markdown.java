package dev.gradus.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the blocks of code in a page of Markdown.
public final class Markdown {
    private static final String GIVEN = "<!-- given:";

    private final String file;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private String given = "";

    private Markdown(String file) {
        this.file = file;
    }

    /// Returns the blocks of a document of the project, in order.
    public static List<Block> blocks(Path document) {
        try {
            var name = Checkout.root().relativize(document).toString().replace('\\', '/');
            return blocks(name, Files.readAllLines(document));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Block> blocks(String file, List<String> lines) {
        var page = new Markdown(file);
        var at = 0;
        while (at < lines.size()) {
            at = page.read(lines, at);
        }
        return List.copyOf(page.blocks);
    }

    /// Reads what starts at a line and returns the line after it.
    private int read(List<String> lines, int at) {
        var line = lines.get(at);
        if (line.strip().startsWith("```")) {
            return readBlock(lines, at);
        }
        if (line.strip().startsWith(GIVEN)) {
            return readGiven(lines, at);
        }
        if (!line.isBlank()) {
            given = "";
        }
        return at + 1;
    }

    private int readBlock(List<String> lines, int at) {
        var fence = lines.get(at);
        var indent = fence.indexOf('`');
        var ticks = fence.strip().replaceAll("[^`].*", "");
        var words = List.of(fence.strip().substring(ticks.length()).strip().split(" +"));
        var code = new StringBuilder();
        var end = at + 1;
        while (end < lines.size() && !lines.get(end).strip().equals(ticks)) {
            var line = lines.get(end++);
            // A block in a list is indented with it.
            code.append(line.isBlank() ? "" : line.substring(Math.min(indent, indentOf(line))));
            code.append('\n');
        }
        if (end == lines.size()) {
            throw new AssertionError("%s:%d: this block is never closed".formatted(file, at + 1));
        }
        var block =
                new Block(
                        file,
                        at + 2,
                        words.getFirst(),
                        words.contains("fragment"),
                        given,
                        List.copyOf(imports),
                        code.toString());
        blocks.add(block);
        given = "";
        if (block.language().equals("java")) {
            block.code().lines().filter(Block::isImport).forEach(imports::add);
        }
        return end + 1;
    }

    private int readGiven(List<String> lines, int at) {
        var text = new StringBuilder();
        for (var end = at; end < lines.size(); end++) {
            text.append(lines.get(end).strip()).append('\n');
            if (lines.get(end).contains("-->")) {
                var comment = text.substring(GIVEN.length(), text.indexOf("-->"));
                given = comment.strip();
                return end + 1;
            }
        }
        throw new AssertionError("%s:%d: this comment is never closed".formatted(file, at + 1));
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
