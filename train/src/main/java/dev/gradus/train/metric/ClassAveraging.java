package dev.gradus.train.metric;

/// How the figures of several classes become one.
public sealed interface ClassAveraging {
    /// The figure of class 1 of two, the positive one; more classes are refused.
    record Binary() implements ClassAveraging {
        @Override
        public String toString() {
            return "";
        }
    }

    /// The figure of one class.
    ///
    /// @param label its number
    record OfClass(int label) implements ClassAveraging {
        /// Checks the number.
        public OfClass {
            if (label < 0) {
                throw new IllegalArgumentException(
                        "class %d was asked for: classes are counted from 0".formatted(label));
            }
        }

        @Override
        public String toString() {
            return "class " + label;
        }
    }

    /// The mean over the classes, in which each counts alike. A class that is neither there nor predicted
    /// says nothing and is left out.
    record Macro() implements ClassAveraging {
        @Override
        public String toString() {
            return "macro";
        }
    }

    /// The mean over the classes, in which each counts as often as it is there.
    record Weighted() implements ClassAveraging {
        @Override
        public String toString() {
            return "weighted";
        }
    }

    /// One figure of the counts of all classes together.
    record Micro() implements ClassAveraging {
        @Override
        public String toString() {
            return "micro";
        }
    }
}
