package dev.gradus.jvm.map;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.op.Binary;
import dev.gradus.tensor.op.Op;
import dev.gradus.tensor.op.Reduce;
import dev.gradus.tensor.op.Unary;
import java.util.List;

/// Operations on float32 numbers that one loop can do together, so that what passes between them
/// stays in registers of the processor.
///
/// Values are numbered: first what is given, then what each link computes, in the order of the lists.
///
/// @param given where each value from outside comes from
/// @param links what is computed
/// @param stored the numbers of the values that are needed outside; reductions are among them
record Chain(List<Given> given, List<Link> links, Ints stored) {
    /// Where a value from outside comes from.
    enum Given {
        /// A number for each element.
        NUMBERS,
        /// A truth value for each element.
        TRUTHS,
        /// One number for all elements.
        NUMBER,
        /// A number for each row.
        ROWS
    }

    /// Computes one value of others.
    sealed interface Link {
        /// Returns what it is worth in additions.
        int weight();
    }

    /// An operation at each element.
    record Elementwise(Op op, Ints arguments) implements Link {
        @Override
        public int weight() {
            return switch (op) {
                case Unary.EXP, Unary.LOG, Unary.TANH, Unary.SIGMOID, Unary.ERF -> FUNCTION;
                case Unary.SQRT, Unary.RECIPROCAL, Unary.FLOOR, Binary.DIVIDE -> 4;
                default -> 1;
            };
        }
    }

    /// The number of a row at each of its elements.
    record Spread(int argument) implements Link {
        @Override
        public int weight() {
            return 0;
        }
    }

    /// One number of each row: the sum or the largest of its elements. No other link may read it.
    record RowReduction(Reduce.Kind kind, int argument) implements Link {
        @Override
        public int weight() {
            return 1;
        }
    }

    /// The weight of a function that is a polynomial of its own.
    private static final int FUNCTION = 16;

    /// The most a chain may weigh: four functions, or as many operations as leave most of what passes
    /// between them in registers. Loops much larger take the background compiler long, too.
    static final int MOST_WEIGHT = 64;

    /// How many rows' results a chain may keep running.
    static final int MOST_REDUCTIONS = 4;

    /// Returns whether the vector form of a function is known here. The sine of large numbers needs a
    /// loop of its own.
    static boolean knows(Unary unary) {
        return unary != Unary.SIN;
    }

    /// Returns whether the vector form of an operation is known here.
    static boolean knows(Binary binary) {
        return binary != Binary.POWER && binary != Binary.MODULO;
    }

    int weight() {
        return links.stream().mapToInt(Link::weight).sum();
    }

    /// Returns whether some value belongs to a row, so that the loop goes row by row.
    boolean goesByRows() {
        return given.contains(Given.ROWS) || reductions() > 0;
    }

    /// Counts the links that reduce rows.
    int reductions() {
        return (int) links.stream().filter(RowReduction.class::isInstance).count();
    }

    /// Returns the link that computes value number `value`.
    Link link(int value) {
        return links.get(value - given.size());
    }
}
