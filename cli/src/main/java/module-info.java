/// The `gradus` command.
module dev.gradus.cli {
    requires dev.gradus;
    requires info.picocli;
    requires java.desktop;
    requires static org.jspecify;
    requires tools.jackson.databind;
}
