package dev.gradus.course;

import java.util.List;

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

    /// A formula, line by line; its terms may be lit together with the picture.
    ///
    /// @param lines what each line is put together from
    record Formula(List<List<Piece>> lines) implements Block {
        /// A part of a formula.
        ///
        /// @param term the name of the thing it stands for, or an empty text
        /// @param text what is read
        public record Piece(String term, String text) {}

        /// Copies the lists.
        public Formula {
            lines = lines.stream().map(List::copyOf).toList();
        }

        /// Returns the lines as they are read.
        public List<String> texts() {
            return lines.stream()
                    .map(line -> String.join("", line.stream().map(Piece::text).toList()))
                    .toList();
        }
    }
}
