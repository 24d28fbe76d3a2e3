/// The `gradus` command.
module dev.gradus.cli {
    requires dev.gradus;
    requires dev.gradus.course;
    requires dev.gradus.studio;
    requires info.picocli;
    requires java.compiler;
    requires java.desktop;
    requires jdk.compiler;
    requires jdk.management;
    requires static org.jspecify;

    // picocli sets the options of a command in its fields
    opens dev.gradus.cli to
            info.picocli;
}
