package dev.gradus.course.prose;

import java.util.List;

/// A piece of a line of text.
public sealed interface Span {
    /// Text as it is.
    record Plain(String text) implements Span {}

    /// Text that stands out.
    record Strong(List<Span> spans) implements Span {
        /// Copies the list.
        public Strong {
            spans = List.copyOf(spans);
        }
    }

    /// Text that is stressed.
    record Emphasis(List<Span> spans) implements Span {
        /// Copies the list.
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    /// A piece of a program.
    record Fixed(String text) implements Span {}

    /// Text for a thing that formula and picture show too.
    ///
    /// @param term the name of the thing
    /// @param text what is read
    record Marked(String term, String text) implements Span {}
}
