package dev.gradus.course.prose;

import java.util.List;

/// A piece of text that stands by itself.
public sealed interface Passage {
    /// Sentences that belong together.
    record Paragraph(List<Span> spans) implements Passage {
        /// Copies the list.
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /// A list.
    ///
    /// @param isCounted whether its items are numbered
    record Items(boolean isCounted, List<List<Span>> items) implements Passage {
        /// Copies the lists.
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// A table.
    ///
    /// @param head its first row
    /// @param rows the others
    record Grid(List<List<Span>> head, List<List<List<Span>>> rows) implements Passage {
        /// Copies the lists.
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
