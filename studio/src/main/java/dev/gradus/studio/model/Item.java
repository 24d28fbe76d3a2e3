package dev.gradus.studio.model;

import java.util.List;

/// What a network consists of, as a tree.
sealed interface Item {
    /// One place.
    ///
    /// @param place its number
    record Leaf(int place) implements Item {}

    /// Places that belong together.
    ///
    /// @param path where they stand
    /// @param kind what holds them together, a word that the page knows
    /// @param items what it consists of
    record Group(String path, String kind, List<Item> items) implements Item {
        public Group {
            items = List.copyOf(items);
        }
    }
}
