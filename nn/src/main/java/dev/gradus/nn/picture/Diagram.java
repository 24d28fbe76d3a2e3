package dev.gradus.nn.picture;

import java.util.List;

/// Items and what is handed from one to the other; an item comes after all it is given by.
///
/// @param items the items
/// @param links from which to which
/// @param exit the number of the item whose result is that of the whole
record Diagram(List<Item> items, List<Link> links, int exit) {
    /// What is handed on.
    ///
    /// @param from the number of the item it comes from
    /// @param to the number of the item it goes to
    record Link(int from, int to) {}

    /// Returns how many boxes there are, those in frames included.
    int boxes() {
        return items.stream()
                .mapToInt(item ->
                        switch (item) {
                            case Item.Box _ -> 1;
                            case Item.Frame frame -> frame.inside().boxes();
                            case Item.Entry _ -> 0;
                        })
                .sum();
    }

    /// Returns the largest number of parameters of a box.
    long most() {
        return items.stream()
                .mapToLong(item ->
                        switch (item) {
                            case Item.Box box -> box.held().trained();
                            case Item.Frame frame -> frame.inside().most();
                            case Item.Entry _ -> 0;
                        })
                .max()
                .orElse(0);
    }
}
