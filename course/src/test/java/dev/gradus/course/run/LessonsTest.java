package dev.gradus.course.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.picture.PictureRehearsal;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every lesson: the starter compiles and fails, the solution passes, and each typical wrong answer is told
/// what is meant for it.
class LessonsTest {
    private static final Course COURSE = Course.bundled();

    @TestFactory
    Stream<DynamicTest> everyLessonIsReady(@TempDir Path folder) {
        var wanted = System.getProperty("lesson", "");
        return COURSE.lessons().stream()
                .filter(lesson -> wanted.isEmpty() || lesson.number().equals(wanted))
                .map(lesson ->
                        DynamicTest.dynamicTest(
                                lesson.folder(),
                                () -> assertThat(Rehearsal.of(lesson, folder)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyPictureIsReady(@TempDir Path folder) {
        var wanted = System.getProperty("lesson", "");
        return COURSE.lessons().stream()
                .filter(lesson -> lesson.picture().isPresent())
                .filter(lesson -> wanted.isEmpty() || lesson.number().equals(wanted))
                .map(lesson ->
                        DynamicTest.dynamicTest(
                                lesson.folder(),
                                () ->
                                        assertThat(
                                                        PictureRehearsal.of(
                                                                lesson,
                                                                folder.resolve(lesson.folder())))
                                                .isEmpty()));
    }

    @Test
    void theUnitsAreThere() {
        assertThat(COURSE.units()).extracting(unit -> unit.number()).startsWith("U0", "U1");
        assertThat(COURSE.lessons())
                .extracting(lesson -> lesson.number())
                .startsWith("0.1", "0.2", "0.3", "1.1", "1.2", "1.3", "1.4", "1.5");
    }

    @Test
    void aLessonTakesBetweenTenAndThirtyMinutes() {
        assertThat(COURSE.lessons()).allMatch(it -> it.minutes() >= 10 && it.minutes() <= 30);
    }
}
