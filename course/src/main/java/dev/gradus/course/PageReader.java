package dev.gradus.course;

import dev.gradus.course.LessonFormatException.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the page of a lesson, and notes down everything that is not as it should be.
final class PageReader {
    private static final Pattern TITLE = Pattern.compile("# +(\\d+\\.\\d+) +(\\S.*)");
    private static final Pattern FACT = Pattern.compile("- +(\\w+): *(.*)");
    private static final Pattern TERM = Pattern.compile("- +\\*\\*(.+?)\\*\\*: *(\\S.*)");
    private static final Pattern HINT = Pattern.compile("Hint +(\\d+)");

    private final String file;
    private final List<String> lines;
    private final List<Problem> problems;
    private int at;

    String number = "";
    String title = "";
    final Map<String, String> facts = new LinkedHashMap<>();
    final List<Term> terms = new ArrayList<>();
    final Map<Section, List<Block>> sections = new EnumMap<>(Section.class);
    final List<String> hints = new ArrayList<>();

    PageReader(String file, String page, List<Problem> problems) {
        this.file = file;
        this.lines = page.lines().toList();
        this.problems = problems;
    }

    void read() {
        var first = lines.isEmpty() ? "" : lines.getFirst();
        var heading = TITLE.matcher(first);
        if (heading.matches()) {
            number = heading.group(1);
            title = heading.group(2).strip();
        } else {
            complain(1, "the first line must be a number and a title, such as # 1.1 Shapes");
        }
        at = 1;
        readFacts();
        while (at < lines.size()) {
            readSection();
        }
    }

    private void readFacts() {
        for (; at < lines.size() && !isHeading(lines.get(at)); at++) {
            var line = lines.get(at);
            var fact = FACT.matcher(line);
            if (fact.matches()) {
                facts.put(fact.group(1), fact.group(2).strip());
            } else if (!line.isBlank()) {
                complain(at + 1, "before the first section only lines such as - minutes: 20 stand");
            }
        }
    }

    private void readSection() {
        var line = at + 1;
        var name = lines.get(at++).substring(2).strip();
        var hint = HINT.matcher(name);
        if (name.equals("Words")) {
            readTerms();
        } else if (hint.matches()) {
            if (!hint.group(1).equals(String.valueOf(hints.size() + 1))) {
                complain(
                        line,
                        "this should be Hint %d: hints are counted".formatted(hints.size() + 1));
            }
            hints.add(text());
        } else {
            var section = sectionOf(name);
            if (section == null) {
                complain(
                        line,
                        "there is no section %s; there are Words, Predict, Idea, Visual, Exercise, Check, Explain, Hint 1, Hint 2"
                                .formatted(name));
                blocks();
            } else if (sections.put(section, blocks()) != null) {
                complain(line, "there are two sections " + name);
            }
        }
    }

    private static @Nullable Section sectionOf(String name) {
        for (var section : Section.values()) {
            if (section.heading().equals(name)) {
                return section;
            }
        }
        return null;
    }

    private void readTerms() {
        for (; at < lines.size() && !isHeading(lines.get(at)); at++) {
            var term = TERM.matcher(lines.get(at));
            if (term.matches()) {
                terms.add(new Term(term.group(1), term.group(2).strip()));
            } else if (!lines.get(at).isBlank()) {
                complain(at + 1, "a word is written - **word**: what it means");
            }
        }
    }

    /// The lines up to the next heading; what stands between fences is no heading.
    private String text() {
        var from = at;
        var fenced = false;
        for (; at < lines.size() && (fenced || !isHeading(lines.get(at))); at++) {
            fenced ^= lines.get(at).startsWith("```");
        }
        return String.join("\n", lines.subList(from, at)).strip();
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var prose = new ArrayList<String>();
        while (at < lines.size() && !isHeading(lines.get(at))) {
            var line = lines.get(at);
            if (line.startsWith("```")) {
                addProse(blocks, prose);
                blocks.add(fenced(line.substring(3).strip()));
            } else {
                prose.add(line);
                at++;
            }
        }
        addProse(blocks, prose);
        return blocks;
    }

    private static void addProse(List<Block> blocks, List<String> prose) {
        var text = String.join("\n", prose).strip();
        if (!text.isEmpty()) {
            blocks.add(new Block.Prose(text));
        }
        prose.clear();
    }

    private Block fenced(String kind) {
        var opened = ++at;
        var inside = new ArrayList<String>();
        while (at < lines.size() && !lines.get(at).startsWith("```")) {
            inside.add(lines.get(at++));
        }
        if (at == lines.size()) {
            complain(opened, "this block is never closed: end it with ```");
        }
        at++;
        var words = List.of(kind.split(" +", -1));
        return switch (words.getFirst()) {
            case "question" ->
                    new Block.Ask(
                            QuestionReader.read(
                                    words,
                                    inside,
                                    (line, message) -> complain(opened + line, message)));
            case "visual" -> new Block.Picture(visual(opened, words, inside));
            case "formula" ->
                    FormulaReader.read(inside, (line, message) -> complain(opened + line, message));
            default -> new Block.Code(kind, String.join("\n", inside));
        };
    }

    private Visual visual(int opened, List<String> words, List<String> inside) {
        if (words.size() != 2) {
            complain(opened, "a picture has a name of one word: ```visual exploded-box");
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < inside.size(); i++) {
            var line = inside.get(i);
            var colon = line.indexOf(':');
            if (colon > 0) {
                parameters.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            } else if (!line.isBlank()) {
                complain(opened + i + 1, "a picture is described by lines such as shape: 2 3 4");
            }
        }
        return new Visual(words.getLast(), parameters);
    }

    private static boolean isHeading(String line) {
        return line.startsWith("## ");
    }

    private void complain(int line, String message) {
        problems.add(new Problem(file, line, message));
    }
}
