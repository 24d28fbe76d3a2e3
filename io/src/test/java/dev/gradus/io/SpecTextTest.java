package dev.gradus.io;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.SILU;
import static dev.gradus.nn.Layers.adaptiveMaxPool;
import static dev.gradus.nn.Layers.adaptiveMeanPool;
import static dev.gradus.nn.Layers.alphaDropout;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.bidirectional;
import static dev.gradus.nn.Layers.conv1d;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.conv3d;
import static dev.gradus.nn.Layers.convTranspose2d;
import static dev.gradus.nn.Layers.crop;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.denseBlock;
import static dev.gradus.nn.Layers.depthwiseConv2d;
import static dev.gradus.nn.Layers.dropPath;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.elu;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.embeddingBag;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.frozen;
import static dev.gradus.nn.Layers.gatedDense;
import static dev.gradus.nn.Layers.gaussianDropout;
import static dev.gradus.nn.Layers.gaussianNoise;
import static dev.gradus.nn.Layers.globalMax;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.groupNorm;
import static dev.gradus.nn.Layers.gru;
import static dev.gradus.nn.Layers.hardShrink;
import static dev.gradus.nn.Layers.instanceNorm;
import static dev.gradus.nn.Layers.lambda;
import static dev.gradus.nn.Layers.layerNorm;
import static dev.gradus.nn.Layers.lowRank;
import static dev.gradus.nn.Layers.lstm;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.meanPool;
import static dev.gradus.nn.Layers.mixtureOfExperts;
import static dev.gradus.nn.Layers.permute;
import static dev.gradus.nn.Layers.pixelShuffle;
import static dev.gradus.nn.Layers.pixelUnshuffle;
import static dev.gradus.nn.Layers.positionEmbedding;
import static dev.gradus.nn.Layers.prelu;
import static dev.gradus.nn.Layers.reflectionPad;
import static dev.gradus.nn.Layers.repeat;
import static dev.gradus.nn.Layers.replicationPad;
import static dev.gradus.nn.Layers.reshape;
import static dev.gradus.nn.Layers.residual;
import static dev.gradus.nn.Layers.rmsNorm;
import static dev.gradus.nn.Layers.rnn;
import static dev.gradus.nn.Layers.separableConv1d;
import static dev.gradus.nn.Layers.sinusoidalPositions;
import static dev.gradus.nn.Layers.softShrink;
import static dev.gradus.nn.Layers.spatialDropout;
import static dev.gradus.nn.Layers.spectralNorm;
import static dev.gradus.nn.Layers.squeeze;
import static dev.gradus.nn.Layers.squeezeExcitation;
import static dev.gradus.nn.Layers.threshold;
import static dev.gradus.nn.Layers.tied;
import static dev.gradus.nn.Layers.timeDistributed;
import static dev.gradus.nn.Layers.unitNorm;
import static dev.gradus.nn.Layers.unsqueeze;
import static dev.gradus.nn.Layers.upSample;
import static dev.gradus.nn.Layers.weightNorm;
import static dev.gradus.nn.Layers.zeroPad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.initializer.Constant;
import dev.gradus.nn.initializer.IdentityMatrix;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.Normal;
import dev.gradus.nn.initializer.Orthogonal;
import dev.gradus.nn.initializer.Sparse;
import dev.gradus.nn.initializer.TruncatedNormal;
import dev.gradus.nn.initializer.Uniform;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.layer.Activation;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecTextTest {
    static Stream<LayerSpec> specs() {
        var specs = new ArrayList<LayerSpec>();
        specs.add(dense(7, RELU));
        specs.add(dense(7).withoutBias());
        for (var initializer : initializers()) {
            specs.add(dense(3).initializer(initializer));
        }
        activations(Activation.class)
                .forEach(type -> {
                    specs.add(dense(3, activation(type)));
                    specs.add(activation(type));
                });
        specs.add(conv2d(4, 3, RELU).stride(2).padding(SAME).dilation(2).groups(2));
        specs.addAll(
                List.of(
                        conv1d(3, 5).size(4),
                        conv3d(2, 1).size(1, 2, 3).stride(3, 2, 1),
                        depthwiseConv2d(3, RELU).size(3, 5).multiplier(2).dilation(2, 1),
                        separableConv1d(4, 3, RELU).multiplier(2).padding(SAME),
                        convTranspose2d(4, 3).stride(2).padding(SAME).groups(2)));
        specs.addAll(
                List.of(
                        flatten(),
                        reshape(-1, 2),
                        permute(3, 1, 2),
                        repeat(4),
                        squeeze(-1),
                        unsqueeze(2),
                        dropout(0.25),
                        spatialDropout(0.25),
                        dropPath(0.25),
                        alphaDropout(0.25),
                        gaussianNoise(0.25),
                        gaussianDropout(0.25),
                        maxPool(2).stride(3).padding(SAME),
                        meanPool(3),
                        adaptiveMaxPool(2, 3),
                        adaptiveMeanPool(7),
                        globalMean().keepAxes(),
                        upSample(2, 3).linear(),
                        zeroPad(1).after(2, 0),
                        reflectionPad(1, 2),
                        replicationPad(3),
                        crop(0, 1).after(1),
                        pixelShuffle(2),
                        pixelUnshuffle(3),
                        globalMax(),
                        batchNorm().momentum(0.2),
                        layerNorm(),
                        groupNorm(2),
                        instanceNorm().withoutScaleAndShift(),
                        rmsNorm(),
                        unitNorm(0),
                        spectralNorm(dense(2)).iterations(3),
                        weightNorm(conv2d(2, 3)),
                        prelu(),
                        gatedDense(4, SILU).withBias(),
                        embedding(50, 8),
                        Sequential.of(),
                        frozen(dense(3)),
                        dense(3).named("features"),
                        residual(dense(4), dense(3)).shortcut(dense(3)),
                        denseBlock(2, dense(3)),
                        squeezeExcitation(4),
                        mixtureOfExperts(4, dense(3), 2),
                        lowRank(2, dense(3)).alpha(8),
                        Sequential.of(dense(2), Sequential.of(dense(3, elu(0.5))))));
        specs.addAll(
                List.of(
                        rnn(4, RELU).sequences().reversed(),
                        lstm(4).forgetBias(0.5).recurrentDropout(0.1).skipZeros(),
                        gru(4).resetBefore()
                                .withoutBias()
                                .initializer(new Uniform(-0.1, 0.1))
                                .recurrentInitializer(new Normal(0.1)),
                        gru(4).stacked(2, 0.2),
                        bidirectional(lstm(4)).mean(),
                        timeDistributed(dense(3)),
                        repeat(4),
                        embedding(50, 8).padding(0),
                        embeddingBag(embedding(50, 8)).sum(),
                        tied(embedding(50, 8), gru(8)),
                        positionEmbedding(10).initializer(new Constant(0)),
                        sinusoidalPositions()));
        return specs.stream();
    }

    private static List<Initializer> initializers() {
        return List.of(
                new Constant(0.5),
                new Uniform(-0.1, 0.1),
                new Normal(0.02),
                new TruncatedNormal(0.02),
                new Orthogonal(1.5),
                VarianceScaling.glorotUniform(),
                VarianceScaling.leCunNormal(),
                VarianceScaling.heNormal().fanOut().untruncated(),
                new IdentityMatrix(2, 3),
                new Sparse(0.5, 0.1));
    }

    private static Stream<Class<?>> activations(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SpecTextTest::activations)
                : Stream.of(type);
    }

    private static Activation activation(Class<?> type) {
        return Stream.concat(
                        constants(),
                        Stream.of(threshold(0.1, 20), softShrink(0.2), hardShrink(0.3)))
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Activation> constants() {
        return Arrays.stream(Activation.class.getFields())
                .map(field -> {
                    try {
                        return (Activation) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static Map<String, Object> described(LayerSpec spec) {
        return Json.read(Json.write(SpecText.describe(spec).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSpecComesBackAsItWas(LayerSpec spec) {
        var back = SpecText.read(described(spec));

        assertThat(back).hasToString(spec.toString());
        assertThat(described(back)).isEqualTo(described(spec));
    }

    @Test
    void aSpecThatWasReadBuildsTheSameWeightsAgain() {
        var spec = Sequential.of(dense(5, RELU), dense(2));
        var back = SpecText.read(described(spec));

        assertThat(Weights.of(back.build(Shape.of(3), Seed.seed(4))).sha256())
                .isEqualTo(Weights.of(spec.build(Shape.of(3), Seed.seed(4))).sha256());
    }

    @Test
    void aSpecOfOnesOwnHasNoDescription() {
        LayerSpec own = (_, _) -> x -> x;

        assertThat(SpecText.describe(own)).isEmpty();
        assertThat(SpecText.describe(lambda("twice", x -> x.mul(2)))).isEmpty();
        assertThat(SpecText.describe(Sequential.of(dense(2), own))).isEmpty();
        assertThat(SpecText.describe(dense(2).initializer((shape, _) -> new float[shape.count()])))
                .isEmpty();
    }

    private static void refused(String json, String... words) {
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> SpecText.read(Json.read(json)))
                .withMessageContainingAll(words);
    }

    @Test
    void whatIsNoSpecIsRefused() {
        refused("{}", "'type': null, but text was expected");
        refused("{\"type\":\"java.lang.Runtime\"}", "a 'java.lang.Runtime', which this version");
        refused("{\"type\":\"dev.gradus.nn.layer.Flatten\"}", "does not know");
        refused("{\"type\":\"constant\",\"value\":1}", "a 'constant' where a LayerSpec belongs");
        refused("{\"type\":\"flatten\",\"x\":1}", "the field 'x', which is not known");
        refused("{\"type\":\"dropout\"}", "'rate': null, but a number was expected");
        refused("{\"type\":\"dropout\",\"rate\":1.5}", "the dropout of the network is impossible");
        refused("{\"type\":\"reshape\",\"sizes\":[1.5]}", "the item 1.5");
        refused("{\"type\":\"sequential\",\"layers\":[1]}", "must be described by a JSON object");
        refused("{\"type\":\"sequential\",\"layers\":{}}", "a list was expected");
        refused("{\"type\":\"embedding\",\"vocabulary\":9999999999,\"width\":1}", "32 bits");
        refused(
                "{\"type\":\"maxPool\",\"size\":[2],\"stride\":[2],\"padding\":\"LOTS\"}",
                "'LOTS' where one of [VALID, SAME, CAUSAL]");
        var dense = new LinkedHashMap<>(described(dense(3)));
        dense.put("activation", Map.of("type", "flatten"));
        refused(Json.write(dense), "a 'flatten' where a Activation belongs");
    }

    @Test
    void everyComponentOfTheTableIsOfAKindThatCanBeRead() {
        var simple = Set.of(int.class, double.class, boolean.class, String.class, List.class);

        assertThat(SpecTypes.all().values())
                .allSatisfy(type ->
                        assertThat(Arrays.asList(type.getRecordComponents()))
                                .allMatch(component ->
                                        simple.contains(component.getType())
                                                || component.getType().isEnum()
                                                || isDescribed(component.getType())));
    }

    /// Returns whether some record of the table can stand where `kind` is wanted.
    private static boolean isDescribed(Class<?> kind) {
        return SpecTypes.all().values().stream().anyMatch(kind::isAssignableFrom);
    }
}
