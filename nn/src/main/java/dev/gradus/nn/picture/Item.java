package dev.gradus.nn.picture;

import java.util.List;

/// What stands at a place of a picture.
sealed interface Item {
    /// How a box looks.
    enum Look {
        /// What comes in.
        INPUT,
        /// A layer that makes something of another shape or holds parameters.
        LAYER,
        /// A layer that only changes numbers, such as an activation.
        QUIET,
        /// Where branches meet.
        MERGE,
        /// A layer that stands elsewhere too, with the same weights.
        AGAIN,
        /// Layers that are not drawn one by one.
        FOLDED,
        /// What is handed out under a name.
        OUTPUT
    }

    /// One layer, or several that are not told apart.
    ///
    /// @param place where it stands, as in the names of its parameters
    /// @param text how it is written in a program, in lines
    /// @param shape the shape it makes of one example
    /// @param held how many numbers it holds, each time
    /// @param times how often it stands there, one after the other
    /// @param look how it looks
    record Box(String place, List<String> text, String shape, Held held, int times, Look look)
            implements Item {}

    /// Layers that belong together.
    ///
    /// @param place where they stand
    /// @param held how many numbers they hold, each time
    /// @param times how often they stand there, one after the other
    /// @param inside the layers
    record Frame(String place, Held held, int times, Diagram inside) implements Item {}

    /// Where what a frame is given comes in.
    record Entry() implements Item {}
}
