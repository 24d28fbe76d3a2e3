package dev.gradus.testing.layer;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/// A layer as a user writes it, and what must be so of it: a new layer adds rows to its family and no
/// other test.
///
/// @param spec the layer
/// @param text how it is written in a program
/// @param input the shape of an example
/// @param output the shape it makes of one
/// @param parameters names and shapes of its parameters, in their order
record LayerCase(LayerSpec spec, String text, Shape input, Shape output, String parameters) {
    static LayerCase row(
            LayerSpec spec, String text, Shape input, Shape output, String parameters) {
        return new LayerCase(spec, text, input, output, parameters);
    }

    static Shape shape(int... sizes) {
        return Shape.of(sizes);
    }

    /// Returns the rows of all families.
    static Stream<LayerCase> all() {
        return Stream.of(
                        BasicLayers.ROWS,
                        ShapeLayers.ROWS,
                        ConvolutionLayers.ROWS,
                        PoolingLayers.ROWS,
                        ResamplingLayers.ROWS,
                        NormalisationLayers.ROWS,
                        NoiseLayers.ROWS,
                        ActivationLayers.ROWS,
                        WrappingLayers.ROWS,
                        RecurrentLayers.ROWS,
                        WordLayers.ROWS,
                        AttentionLayers.ROWS,
                        ModelLayers.ROWS)
                .flatMap(List::stream);
    }

    Layer build(long seed) {
        return spec.build(input, Seed.seed(seed));
    }

    /// Returns the name under which another framework's numbers for this row are kept.
    String golden() {
        return text + " of " + input;
    }

    @Override
    public String toString() {
        return golden();
    }
}
