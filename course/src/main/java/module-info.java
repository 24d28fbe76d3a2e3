/// Lessons, the checks of their exercises, and a JVM of its own for what a learner writes.
module dev.gradus.course {
    requires transitive dev.gradus;
    requires transitive java.compiler;
    requires com.h2database;
    requires java.management;
    requires java.sql;
    requires jdk.compiler;
    requires static org.jspecify;

    exports dev.gradus.course;
    exports dev.gradus.course.check;
    exports dev.gradus.course.compile;
    exports dev.gradus.course.picture;
    exports dev.gradus.course.prose;
    exports dev.gradus.course.run;
    exports dev.gradus.course.work;
}
