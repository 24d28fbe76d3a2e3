package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.crossAttention;
import static dev.gradus.nn.Layers.transformerDecoder;
import static dev.gradus.nn.Layers.transformerEncoder;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.attention.Attention;
import dev.gradus.nn.layer.attention.CrossAttention;
import dev.gradus.nn.layer.attention.TransformerEncoder;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Attention with masks and memories, which no row of the contract can have: numbers and gradients are
/// PyTorch's.
class AttentionTest {
    @Test
    void weighsValuesByHowWellTheirKeysFit() {
        compare(
                "attention",
                inputs("attention", "query", "key", "value"),
                x -> Attention.scaledDotProduct(x.get("query"), x.get("key"), x.get("value")));
    }

    @Test
    void looksOnlyBackWhenCausal() {
        compare(
                "attention, causal",
                inputs("attention, causal", "query", "key", "value"),
                x -> Attention.causal(x.get("query"), x.get("key"), x.get("value")));
    }

    @Test
    void takesZerosWhereItMayLookNowhere() {
        var visible = golden("attention, visible", "mask").cast(DType.BOOL);
        compare(
                "attention, visible",
                inputs("attention, visible", "query", "key", "value"),
                x ->
                        Attention.scaledDotProduct(
                                x.get("query"), x.get("key"), x.get("value"), visible));
    }

    @Test
    void addsAMaskOfNumbersThroughWhichGradientsFlow() {
        compare(
                "attention, added",
                inputs("attention, added", "query", "key", "value", "mask"),
                x ->
                        Attention.scaledDotProduct(
                                x.get("query"), x.get("key"), x.get("value"), x.get("mask")));
    }

    @Test
    void hidesByMinusInfinityWhatTruthValuesHide() {
        var visible = golden("attention, visible", "mask").cast(DType.BOOL);
        var added =
                visible.where(Tensor.scalar(0), Tensor.scalar(Double.NEGATIVE_INFINITY)).realize();
        compare(
                "attention, visible",
                inputs("attention, visible", "query", "key", "value"),
                x ->
                        Attention.scaledDotProduct(
                                x.get("query"), x.get("key"), x.get("value"), added));
    }

    @Test
    void hidesWhatLiesBeyondTheLengths() {
        var lengths = golden("attention, lengths", "lengths").cast(DType.INT64);
        compare(
                "attention, lengths",
                inputs("attention, lengths", "query", "key", "value"),
                x ->
                        Attention.scaledDotProduct(
                                x.get("query"),
                                x.get("key"),
                                x.get("value"),
                                Attention.paddingMask(lengths, 4)));
    }

    @Test
    void looksAtAMemory() {
        compareMerge("crossAttention(2)", crossAttention(2), "query", "memory");
    }

    @Test
    void takesKeysAndValuesFromDifferentInputs() {
        compareMerge("crossAttention(1)", crossAttention(1), "query", "key", "value");
    }

    @Test
    void looksAtAMemoryOfWhichNotAllCounts() {
        var name = "crossAttention(2), lengths";
        var inputs = inputs(name, "query", "memory");
        var lengths = golden(name, "lengths").cast(DType.INT64);
        var merge = (CrossAttention) withParameters(name, crossAttention(2), inputs);
        compare(
                name,
                withParameters(inputs, Parameters.of(asLayer(merge))),
                x ->
                        merge.masked(
                                x.get("query"),
                                x.get("memory"),
                                Attention.paddingMask(lengths, 3)));
    }

    @Test
    void encodesTextsOfDifferentLengths() {
        var name = "transformerEncoder(2, 5), lengths";
        var inputs = inputs(name, "x");
        var lengths = golden(name, "lengths").cast(DType.INT64);
        var built = transformerEncoder(2, 5).build(Shape.of(3, 4), Seed.seed(1));
        var layer = (TransformerEncoder) DoublePrecision.copyOf(built);
        var parameters = Parameters.of(layer);
        parameters.forEach((key, value) -> value.set(golden(name, "parameter " + key)));
        compare(
                name,
                withParameters(inputs, parameters),
                x -> layer.apply(x.get("x"), Attention.paddingMask(lengths, 3)));
    }

    @Test
    void decodesBeforeAMemory() {
        compareMerge("transformerDecoder(2, 5)", transformerDecoder(2, 5), "x", "memory");
    }

    @Test
    void decodesNormalisedBefore() {
        compareMerge(
                "transformerDecoder(2, 5).preNorm().activation(GELU)",
                transformerDecoder(2, 5).preNorm().activation(GELU),
                "x",
                "memory");
    }

    private static Tensor golden(String name, String part) {
        return LayerGoldens.named(name + " / " + part).orElseThrow();
    }

    private static LinkedHashMap<String, Parameter> inputs(String name, String... parts) {
        var inputs = new LinkedHashMap<String, Parameter>();
        Arrays.stream(parts).forEach(part -> inputs.put(part, Parameter.of(golden(name, part))));
        return inputs;
    }

    private static LinkedHashMap<String, Parameter> withParameters(
            Map<String, Parameter> inputs, Map<String, Parameter> parameters) {
        var all = new LinkedHashMap<>(inputs);
        all.putAll(parameters);
        return all;
    }

    private static Merge withParameters(
            String name, MergeSpec spec, Map<String, Parameter> inputs) {
        var shapes = inputs.values().stream().map(x -> x.shape().range(1, x.rank())).toList();
        var merge = DoublePrecision.copyOf(spec.build(shapes, Seed.seed(1)));
        Parameters.of(asLayer(merge))
                .forEach((key, value) ->
                        value.set(golden(name, "parameter " + key.replaceFirst("^merge\\.", ""))));
        return merge;
    }

    private static void compareMerge(String name, MergeSpec spec, String... parts) {
        var inputs = inputs(name, parts);
        var merge = withParameters(name, spec, inputs);
        compare(
                name,
                withParameters(inputs, Parameters.of(asLayer(merge))),
                x -> merge.apply(Arrays.stream(parts).map(x::get).toList()));
    }

    /// Parameters are found in a layer; the merge is all this one has.
    private record Holder(Merge merge) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return merge.apply(List.of(x, x));
        }
    }

    private static Layer asLayer(Merge merge) {
        return new Holder(merge);
    }

    private static void compare(
            String name,
            LinkedHashMap<String, Parameter> variables,
            Function<Map<String, Parameter>, Tensor> formula) {
        var y = formula.apply(variables);
        var gradients =
                Gradients.of(y, golden(name, "up"), List.copyOf(variables.values())).iterator();
        LayerGoldens.assertEquals(y, golden(name, "y"), name + " / y", 1e-11);
        for (var key : variables.keySet()) {
            var part = "gradient " + key.replaceFirst("^merge\\.", "");
            LayerGoldens.assertEquals(
                    gradients.next(), golden(name, part), name + " / " + part, 1e-11);
        }
    }
}
