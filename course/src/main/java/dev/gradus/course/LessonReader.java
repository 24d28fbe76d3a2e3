package dev.gradus.course;

import dev.gradus.course.LessonFormatException.Problem;
import dev.gradus.course.run.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the folder of one lesson.
public final class LessonReader {
    private static final Set<String> FACTS =
            Set.of("minutes", "goal", "needs", "seconds", "megabytes");
    private static final int HINTS = 2;
    private static final String PICTURE = "Picture.java";
    private static final String DRAWING = "picture.js";
    private static final String STYLE = "picture.css";

    private final String folder;
    private final List<Problem> problems = new ArrayList<>();

    private LessonReader(String folder) {
        this.folder = folder;
    }

    /// Reads a lesson.
    ///
    /// @throws IOException if a file cannot be read
    /// @throws LessonFormatException if a file is missing or not as it should be
    public static Lesson read(Path folder) throws IOException {
        var reader = new LessonReader(nameOf(folder));
        var lesson = reader.lesson(folder);
        if (!reader.problems.isEmpty()) {
            throw new LessonFormatException(reader.problems);
        }
        return lesson;
    }

    /// Reads the page of a lesson alone, as far as it can be read: without programs, and whatever is
    /// wrong with it.
    ///
    /// @throws IOException if the page cannot be read
    public static Lesson readPage(Path folder) throws IOException {
        return new LessonReader(nameOf(folder)).lesson(folder);
    }

    private Lesson lesson(Path place) throws IOException {
        var text = text(place, "lesson.md");
        var page = new PageReader(folder + "/lesson.md", text, problems);
        if (!text.isEmpty()) {
            page.read();
            examine(page);
        }
        return new Lesson(
                page.number,
                folder,
                page.title,
                number(page, "minutes", 15),
                page.facts.getOrDefault("goal", ""),
                needs(page),
                page.terms,
                page.sections,
                page.hints,
                text,
                text(place, "Exercise.java"),
                text(place, "Solution.java"),
                text(place, "Checks.java"),
                optional(place, PICTURE, DRAWING),
                optional(place, DRAWING, PICTURE),
                style(place),
                new WrongAnswerReader(folder, problems).read(place.resolve("wrong")),
                limits(page));
    }

    private void examine(PageReader page) {
        var missing = EnumSet.allOf(Section.class);
        missing.removeAll(page.sections.keySet());
        for (var section : missing) {
            complain("there is no section ## " + section.heading());
        }
        page.sections.forEach((section, blocks) -> {
            if (blocks.isEmpty()) {
                complain("the section %s is empty".formatted(section.heading()));
            }
        });
        if (!folder.startsWith(page.number + "-")) {
            complain(
                    "the folder is called %s: its name must begin with %s-"
                            .formatted(folder, page.number));
        }
        for (var fact : List.of("minutes", "goal", "needs")) {
            if (page.facts.getOrDefault(fact, "").isEmpty()) {
                complain("there is no line - %s: below the title".formatted(fact));
            }
        }
        for (var fact : page.facts.keySet()) {
            if (!FACTS.contains(fact)) {
                complain(
                        "a lesson has no %s; it has minutes, goal, needs, and where they are needed seconds and megabytes"
                                .formatted(fact));
            }
        }
        if (page.hints.size() < HINTS) {
            complain(
                    "there must be %d hints at least, from a nudge to nearly the answer: ## Hint 1"
                            .formatted(HINTS));
        }
        if (page.terms.isEmpty()) {
            complain(
                    "the lesson explains no word: ## Words with lines such as - **axis**: one direction of a tensor");
        }
        require(page, Section.PREDICT, Block.Ask.class, "block ```question");
        require(page, Section.VISUAL, Block.Picture.class, "block ```visual NAME");
    }

    private void require(
            PageReader page, Section section, Class<? extends Block> kind, String what) {
        var blocks = page.sections.getOrDefault(section, List.of());
        if (!blocks.isEmpty() && blocks.stream().noneMatch(kind::isInstance)) {
            complain("the section %s has no %s".formatted(section.heading(), what));
        }
    }

    private int number(PageReader page, String fact, int otherwise) {
        var text = page.facts.getOrDefault(fact, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,3}")) {
            complain("%s is %s; it must be a number, from 1 to 9999".formatted(fact, text));
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private Limits limits(PageReader page) {
        return Limits.USUAL
                .withTime(
                        Duration.ofSeconds(
                                number(page, "seconds", (int) Limits.USUAL.time().toSeconds())))
                .withMegabytes(Math.max(16, number(page, "megabytes", Limits.USUAL.megabytes())));
    }

    private static List<String> needs(PageReader page) {
        return Arrays.stream(page.facts.getOrDefault("needs", "").split(",", -1))
                .map(String::strip)
                .filter(need -> !need.isEmpty() && !need.equals("nothing"))
                .toList();
    }

    private String text(Path place, String name) throws IOException {
        var file = place.resolve(name);
        if (!Files.isRegularFile(file)) {
            problems.add(new Problem(folder + "/" + name, 0, "this file is missing"));
            return "";
        }
        return Files.readString(file);
    }

    /// Two files that are both there, or neither.
    private Optional<String> optional(Path place, String name, String other) throws IOException {
        if (Files.isRegularFile(place.resolve(name))) {
            return Optional.of(Files.readString(place.resolve(name)));
        }
        if (Files.isRegularFile(place.resolve(other))) {
            problems.add(
                    new Problem(
                            folder + "/" + name,
                            0,
                            "this file is missing: %s computes what a picture shows, and %s draws it"
                                    .formatted(PICTURE, DRAWING)));
        }
        return Optional.empty();
    }

    /// How a picture looks. The studio puts it into a block that counts within this picture alone, so it has to
    /// be whole.
    private Optional<String> style(Path place) throws IOException {
        var file = place.resolve(STYLE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var style = Files.readString(file);
        var depth = 0;
        for (var at = 0; at < style.length() && depth >= 0; at++) {
            depth += style.charAt(at) == '{' ? 1 : style.charAt(at) == '}' ? -1 : 0;
        }
        if (depth != 0 || style.contains("@import") || style.contains("@keyframes")) {
            problems.add(
                    new Problem(
                            folder + "/" + STYLE,
                            0,
                            "it counts within one picture alone: each { needs its }, and @import and @keyframes cannot stand in it"));
        }
        return Optional.of(style);
    }

    private void complain(String message) {
        problems.add(new Problem(folder + "/lesson.md", 0, message));
    }

    // inside of a jar the name of a folder may end in a slash
    static String nameOf(Path place) {
        var name = place.getFileName();
        return name == null ? "" : name.toString().replace("/", "");
    }
}
