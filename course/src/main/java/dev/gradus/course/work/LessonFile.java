package dev.gradus.course.work;

import dev.gradus.course.Lesson;
import dev.gradus.course.Words;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One lesson as a file: the program, its versions, what was answered to questions, and how its picture stood.
///
/// It is JSON. Whether a lesson was passed is not in it: who opens the file checks the program. Nothing in it
/// is run by being read or taken over.
///
/// @param lesson the number of the lesson
/// @param program the present program
/// @param versions earlier programs, the oldest first
/// @param answers what was answered, by the names of questions
/// @param picture what was set in the picture, by name
public record LessonFile(
        String lesson,
        String program,
        List<Version> versions,
        Map<String, String> answers,
        Map<String, Object> picture) {
    /// How long such a file may be.
    public static final int MOST_CHARACTERS = 2_000_000;

    /// How long a program may be.
    public static final int MOST_PROGRAM = 100_000;

    static final int MOST_VERSIONS = 100;

    /// The notes that are answers to questions begin with this.
    public static final String ANSWER = "answer ";

    /// Checks that the picture holds nothing but a few numbers and short texts.
    ///
    /// @throws IllegalArgumentException if it does not
    public LessonFile {
        versions = List.copyOf(versions);
        answers = Map.copyOf(answers);
        picture = PictureState.checked(picture);
    }

    /// Gathers what belongs to a lesson. Of many or long versions the newest are taken.
    ///
    /// @param picture what is set in the picture
    /// @throws IOException if something cannot be read
    /// @throws IllegalArgumentException if the program or the picture is too large
    public static LessonFile of(Classroom room, Lesson lesson, Map<String, ?> picture)
            throws IOException {
        var space = room.workspace();
        var program =
                Files.exists(space.file(lesson))
                        ? Files.readString(space.file(lesson))
                        : lesson.starter();
        if (program.length() > MOST_PROGRAM) {
            throw new IllegalArgumentException(Words.say("lesson.file.program", MOST_PROGRAM));
        }
        var versions =
                space.versions(lesson).stream()
                        .filter(version -> version.source().length() <= MOST_PROGRAM)
                        .toList();
        var answers = new LinkedHashMap<String, String>();
        space.notes(lesson)
                .forEach((name, text) -> {
                    if (name.startsWith(ANSWER)) {
                        answers.put(name.substring(ANSWER.length()), text);
                    }
                });
        var newest =
                versions.subList(Math.max(0, versions.size() - MOST_VERSIONS), versions.size());
        var file =
                new LessonFile(
                        lesson.number(), program, newest, answers, new LinkedHashMap<>(picture));
        while (file.text().length() > MOST_CHARACTERS) {
            // the older half goes: all of it is in the file of the whole work
            file =
                    file.with(
                            file.versions.subList(
                                    (file.versions.size() + 1) / 2, file.versions.size()));
        }
        return file;
    }

    private LessonFile with(List<Version> fewer) {
        return new LessonFile(lesson, program, fewer, answers, picture);
    }

    /// Returns the file's text.
    public String text() {
        return LessonFileText.write(this);
    }

    /// Reads such a text, which may have been written by anybody.
    ///
    /// @throws IllegalArgumentException if it is none; the message says what is wrong with it
    public static LessonFile of(String text) {
        return LessonFileText.read(text);
    }

    /// Reads such a file, which may have been written by anybody.
    ///
    /// @throws IOException if it cannot be read
    /// @throws IllegalArgumentException if it is none; the message says what is wrong with it
    public static LessonFile of(Path file) throws IOException {
        // no character takes more than four bytes
        if (Files.size(file) > 4L * MOST_CHARACTERS) {
            throw new IllegalArgumentException(Words.say("lesson.file.large", MOST_CHARACTERS));
        }
        try {
            return of(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(Words.say("lesson.file.other"), e);
        }
    }

    /// Returns the lesson it belongs to.
    ///
    /// @throws IllegalArgumentException if there is none of that number
    public Lesson in(Classroom room) {
        return room.course()
                .lesson(lesson)
                .orElseThrow(() ->
                        new IllegalArgumentException(Words.say("lesson.file.unknown", lesson)));
    }

    /// Makes its program the learner's. The one that is there is kept as the newest version first, and answers
    /// that were given here stay. Nothing is run: the studio waits until the learner checks it.
    ///
    /// @return whether there was another program
    /// @throws IllegalArgumentException if there is no lesson of that number
    /// @throws IOException if something cannot be read or written
    public boolean take(Classroom room) throws IOException {
        var space = room.workspace();
        var own = in(room);
        var notes = new LinkedHashMap<String, String>();
        answers.forEach((name, answer) -> notes.put(ANSWER + name, answer));
        space.take(
                new NotebookContent(
                        Progress.NONE, Map.of(lesson, notes), Map.of(lesson, versions)));
        var isOther =
                Files.exists(space.file(own)) && !Files.readString(space.file(own)).equals(program);
        if (isOther) {
            space.keep(own);
        }
        space.open(own, program);
        return isOther;
    }
}
