package dev.gradus.course;

import dev.gradus.course.LessonFormatException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a folder of units, each a folder of lessons.
final class CourseReader {
    private static final Pattern TITLE = Pattern.compile("# +(U\\d+|UE) +(\\S.*)");

    private static final Pattern TEST_OUT = Pattern.compile("- +test-out: +(\\d+\\.\\d+) *");

    private final List<Problem> problems = new ArrayList<>();

    private CourseReader() {}

    static Course read(Path folder) throws IOException {
        var reader = new CourseReader();
        var units = new ArrayList<Unit>();
        for (var place : folders(folder)) {
            units.add(reader.unit(place));
        }
        units.sort(Comparator.comparingInt(unit -> numberOf(unit.number().substring(1))));
        var course = new Course(units);
        reader.examine(course);
        if (!reader.problems.isEmpty()) {
            throw new LessonFormatException(reader.problems);
        }
        return course;
    }

    private Unit unit(Path folder) throws IOException {
        var name = LessonReader.nameOf(folder);
        var page = folder.resolve("unit.md");
        var lines = Files.isRegularFile(page) ? Files.readAllLines(page) : List.<String>of();
        var title = lines.isEmpty() ? TITLE.matcher("") : TITLE.matcher(lines.getFirst());
        if (!title.matches()) {
            problems.add(
                    new Problem(
                            name + "/unit.md",
                            1,
                            "a unit begins with a line such as # U1 Tensors"));
        }
        var lessons = new ArrayList<Lesson>();
        for (var place : folders(folder)) {
            try {
                lessons.add(LessonReader.read(place));
            } catch (LessonFormatException e) {
                problems.addAll(e.problems());
            }
        }
        lessons.sort(
                Comparator.comparingInt(
                        lesson -> numberOf(lesson.number().replaceFirst(".*\\.", ""))));
        var matches = title.matches();
        var below = lines.subList(Math.min(1, lines.size()), lines.size());
        var about =
                String.join(
                                "\n",
                                below.stream()
                                        .filter(line -> !TEST_OUT.matcher(line).matches())
                                        .toList())
                        .strip();
        return new Unit(
                matches ? title.group(1) : "U0",
                matches ? title.group(2).strip() : name,
                about,
                testOut(name, below, lessons),
                lessons);
    }

    private String testOut(String name, List<String> lines, List<Lesson> lessons) {
        var number =
                lines.stream()
                        .map(TEST_OUT::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group(1))
                        .findFirst()
                        .orElse("");
        if (!number.isEmpty() && lessons.stream().noneMatch(it -> it.number().equals(number))) {
            problems.add(
                    new Problem(
                            name + "/unit.md",
                            0,
                            "the unit has no lesson %s to test out with".formatted(number)));
        }
        return number;
    }

    /// A lesson builds on lessons before it alone.
    private void examine(Course course) {
        var before = new HashSet<String>();
        for (var lesson : course.lessons()) {
            for (var need : lesson.needs()) {
                if (!before.contains(need)) {
                    problems.add(
                            new Problem(
                                    lesson.folder() + "/lesson.md",
                                    0,
                                    "it needs %s, which is no lesson before it".formatted(need)));
                }
            }
            if (!before.add(lesson.number())) {
                problems.add(
                        new Problem(
                                lesson.folder() + "/lesson.md",
                                1,
                                "there are two lessons " + lesson.number()));
            }
        }
    }

    private static int numberOf(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (var places = Files.list(folder)) {
            return places.filter(Files::isDirectory)
                    .filter(place -> !LessonReader.nameOf(place).startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
