package dev.gradus.cli.doctor;

/// One thing that was looked at.
///
/// @param topic what was looked at
/// @param verdict whether it is as it should be
/// @param found what was found
/// @param remedy what to do, or nothing
public record Finding(String topic, Verdict verdict, String found, String remedy) {
    /// Whether something is as it should be.
    public enum Verdict {
        /// As it should be.
        GOOD,
        /// It works, but could be better.
        NOTICE,
        /// Something optional is not there.
        MISSING,
        /// It does not work.
        BROKEN
    }

    static Finding good(String topic, String found) {
        return new Finding(topic, Verdict.GOOD, found, "");
    }

    static Finding notice(String topic, String found, String remedy) {
        return new Finding(topic, Verdict.NOTICE, found, remedy);
    }

    static Finding missing(String topic, String found, String remedy) {
        return new Finding(topic, Verdict.MISSING, found, remedy);
    }

    static Finding broken(String topic, String found, String remedy) {
        return new Finding(topic, Verdict.BROKEN, found, remedy);
    }
}
