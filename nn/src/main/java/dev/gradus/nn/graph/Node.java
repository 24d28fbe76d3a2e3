package dev.gradus.nn.graph;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Named;
import dev.gradus.tensor.Shape;
import java.util.List;

/// A place in a network that is drawn before it is built: an input, or a layer applied to other places.
///
/// ```java
/// var title = input("title", 20);
/// var text = embedding(5_000, 32).on(title).then(globalMean());
/// ```
///
/// Two places are equal only if they are the same one.
public final class Node {
    private final Kind kind;
    private final String name;

    private Node(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /// What stands at a place.
    sealed interface Kind {
        /// An input, of examples of this shape.
        record Input(Shape shape) implements Kind {}

        /// A layer and what it is applied to. Places with the same `layer` object share its weights.
        record Applied(Shared layer, Node input) implements Kind {}

        /// A merge and what it is applied to.
        record Merged(MergeSpec merge, List<Node> inputs) implements Kind {}
    }

    /// Returns an input of examples of shape `shape`, which does not count the axis of the batch.
    public static Node input(String name, Shape shape) {
        checkName(name);
        return new Node(new Kind.Input(shape), name);
    }

    /// Returns the place where `layer` is applied to `input`.
    public static Node of(LayerSpec layer, Node input) {
        return layer instanceof Named.Spec(var name, var inner)
                ? of(new Shared(inner), input).named(name)
                : of(new Shared(layer), input);
    }

    /// Returns the place where `merge` is applied to `inputs`.
    public static Node of(MergeSpec merge, List<Node> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s was given no input: say what it is applied to".formatted(merge));
        }
        return new Node(new Kind.Merged(merge, List.copyOf(inputs)), "");
    }

    static Node of(Shared layer, Node input) {
        return new Node(new Kind.Applied(layer, input), "");
    }

    /// Returns the place where `layer` is applied to what this one makes.
    public Node then(LayerSpec layer) {
        return of(layer, this);
    }

    /// Returns the place where `layer`, whose weights other places use too, is applied to what this one
    /// makes.
    public Node then(Shared layer) {
        return of(layer, this);
    }

    /// Returns this place under a name, by which its output and its weights are known. It takes the place of
    /// the one without: use the result.
    public Node named(String name) {
        checkName(name);
        return new Node(kind, name);
    }

    static void checkName(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the name of a place in a network: give a letter and up to 63 letters, digits, - or _"
                            .formatted(name));
        }
    }

    Kind kind() {
        return kind;
    }

    /// Returns its name, empty if it has none.
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        var text =
                switch (kind) {
                    case Kind.Input(var shape) -> "input " + shape;
                    case Kind.Applied(var layer, _) -> layer.toString();
                    case Kind.Merged(var merge, _) -> merge.toString();
                };
        return name.isEmpty() ? text : name + ": " + text;
    }
}
