package dev.gradus.studio.playground;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Puts a table together that comes in parts, as a message has room for a part only.
final class Upload {
    private final StringBuilder text = new StringBuilder();
    private int next;

    /// Takes a part; returns the whole after the last.
    Optional<Command.Table> add(Command.Part part) {
        if (part.part() == 0) {
            text.setLength(0);
            next = 0;
        }
        if (part.part() != next++) {
            throw new IllegalArgumentException("parts of a table come one after the other");
        }
        text.append(part.text());
        // every character takes a byte at least
        if (text.length() > OwnData.MOST_BYTES) {
            throw tooLarge();
        }
        if (next < part.parts()) {
            return Optional.empty();
        }
        var whole = text.toString();
        text.setLength(0);
        text.trimToSize();
        if (whole.getBytes(StandardCharsets.UTF_8).length > OwnData.MOST_BYTES) {
            throw tooLarge();
        }
        return Optional.of(new Command.Table(part.name(), part.header(), whole));
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(
                "a table may have %,d bytes".formatted(OwnData.MOST_BYTES));
    }
}
