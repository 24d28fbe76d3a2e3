package dev.gradus.cli.doctor;

import dev.gradus.course.compile.SourceCompiler;

/// Is the Java new enough, and is it whole?
final class JavaCheck {
    private static final Runtime.Version SOUND = Runtime.Version.parse("25.0.3");

    private JavaCheck() {}

    static Finding version(Runtime.Version version) {
        var found = "%s (%s)".formatted(version, System.getProperty("java.vendor"));
        return version.compareToIgnoreOptional(SOUND) >= 0
                ? Finding.good("Java", found)
                : Finding.notice(
                        "Java",
                        found + ", older than 25.0.3",
                        "Install 25.0.3 or newer: before it, the G1 collector could damage arrays that native code was working on. Gradus uses the serial collector and no native code, so this matters for what runs beside it.");
    }

    static Finding compiler() {
        return SourceCompiler.isAvailable()
                ? Finding.good("compiler", "there, so gradus run works")
                : Finding.missing(
                        "compiler",
                        "not in this Java, so gradus run cannot work",
                        "Install a JDK instead of a JRE.");
    }
}
