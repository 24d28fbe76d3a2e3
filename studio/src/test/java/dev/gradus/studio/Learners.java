package dev.gradus.studio;

import dev.gradus.course.Course;
import dev.gradus.course.Unit;
import dev.gradus.course.run.Limits;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;

/// Learners in folders of their own, with little time and memory for their programs.
final class Learners {
    private Learners() {}

    static Classroom in(Path folder) {
        var limits = new Limits(Duration.ofSeconds(5), 48, 32, 1_000);
        var units =
                Course.bundled().units().stream()
                        .map(unit ->
                                new Unit(
                                        unit.number(),
                                        unit.title(),
                                        unit.about(),
                                        unit.testOut(),
                                        unit.lessons().stream()
                                                .map(lesson -> lesson.withLimits(limits))
                                                .toList()))
                        .toList();
        return new Classroom(new Course(units), new Workspace(folder));
    }
}
