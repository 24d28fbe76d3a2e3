package dev.gradus.course;

/// A piece of a lesson's section.
public sealed interface Block {
    /// Paragraphs, lists and tables in Markdown.
    record Prose(String markdown) implements Block {}

    /// Lines of a program or of numbers, shown as they are.
    record Code(String language, String text) implements Block {}

    /// A question to answer before reading on.
    record Ask(Question question) implements Block {}

    /// A picture.
    record Picture(Visual visual) implements Block {}
}
