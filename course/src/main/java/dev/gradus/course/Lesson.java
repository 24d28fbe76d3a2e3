package dev.gradus.course;

import dev.gradus.course.run.Limits;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One lesson: what is read, what is written, and how that is checked.
///
/// @param number unit and place in it, such as `1.1`
/// @param folder the name of its folder, such as `1.1-shapes`
/// @param title its title
/// @param minutes how long it takes
/// @param goal what the learner can do afterwards
/// @param needs the numbers of the lessons it builds on
/// @param terms the words it explains
/// @param sections its parts
/// @param hints what helps, from a nudge to nearly the answer
/// @param page the whole text, as it stands in `lesson.md`
/// @param starter the program a learner starts from
/// @param solution one program that passes
/// @param checks the program that checks
/// @param picture the program that computes what its picture shows, if it has one
/// @param drawing the script that draws it
/// @param style how what it draws looks, which counts within this picture alone
/// @param wrongAnswers typical wrong answers
/// @param limits what a learner's program may use
public record Lesson(
        String number,
        String folder,
        String title,
        int minutes,
        String goal,
        List<String> needs,
        List<Term> terms,
        Map<Section, List<Block>> sections,
        List<String> hints,
        String page,
        String starter,
        String solution,
        String checks,
        Optional<String> picture,
        Optional<String> drawing,
        Optional<String> style,
        List<WrongAnswer> wrongAnswers,
        Limits limits) {
    /// Copies the lists.
    public Lesson {
        needs = List.copyOf(needs);
        terms = List.copyOf(terms);
        sections = Collections.unmodifiableMap(new EnumMap<>(sections));
        hints = List.copyOf(hints);
        wrongAnswers = List.copyOf(wrongAnswers);
    }

    /// Returns the same lesson with other limits on what a learner's program may use.
    public Lesson withLimits(Limits other) {
        return new Lesson(
                number,
                folder,
                title,
                minutes,
                goal,
                needs,
                terms,
                sections,
                hints,
                page,
                starter,
                solution,
                checks,
                picture,
                drawing,
                style,
                wrongAnswers,
                other);
    }

    /// Returns the pieces of a section.
    public List<Block> section(Section section) {
        return sections.getOrDefault(section, List.of());
    }

    /// Returns all questions of the lesson.
    public List<Question> questions() {
        return blocks().filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).question())
                .toList();
    }

    /// Returns the question of this name.
    ///
    /// @throws IllegalArgumentException if the lesson asks no such question
    public Question question(String name) {
        return questions().stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "lesson %s has no block ```question %s```: write one into lesson.md"
                                        .formatted(number, name)));
    }

    /// Returns all pictures of the lesson.
    public List<Visual> visuals() {
        return blocks().filter(Block.Picture.class::isInstance)
                .map(block -> ((Block.Picture) block).visual())
                .toList();
    }

    private Stream<Block> blocks() {
        return sections.values().stream().flatMap(List::stream);
    }
}
