package dev.gradus.nn.graph;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.MergeSpec;
import dev.gradus.tensor.DType;

/// A layer or a merge of a [Graph], with weights of its own.
public sealed interface Part {
    /// Returns how it is written in a program.
    String text();

    /// Returns the type of the numbers it takes.
    DType inputType();

    /// A layer.
    ///
    /// @param layer its spec
    record OfLayer(LayerSpec layer) implements Part {
        @Override
        public String text() {
            return layer.getClass().isHidden() ? "layer of your own" : layer.toString();
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }
    }

    /// A merge.
    ///
    /// @param merge its spec
    record OfMerge(MergeSpec merge) implements Part {
        @Override
        public String text() {
            return merge.getClass().isHidden() ? "merge of your own" : merge.toString();
        }

        @Override
        public DType inputType() {
            return DType.FLOAT32;
        }
    }
}
