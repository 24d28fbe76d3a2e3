package dev.gradus.testing.layer;

import static dev.gradus.nn.Layers.GELU;
import static dev.gradus.nn.Layers.bert;
import static dev.gradus.nn.Layers.feedForward;
import static dev.gradus.nn.Layers.gpt;
import static dev.gradus.nn.Layers.multiHeadAttention;
import static dev.gradus.nn.Layers.transformerEncoder;
import static dev.gradus.testing.layer.LayerCase.row;
import static dev.gradus.testing.layer.LayerCase.shape;

import java.util.List;

/// Attention, the blocks that are made of it, and language models.
interface AttentionLayers {
    String BLOCK =
            "attention.queryKeyValue.weight[4, 12] attention.queryKeyValue.bias[12] attention.output.weight[4, 4] attention.output.bias[4] attentionNorm.weight[4] attentionNorm.bias[4] feedForward.expand.weight[4, 5] feedForward.expand.bias[5] feedForward.contract.weight[5, 4] feedForward.contract.bias[4] feedForwardNorm.weight[4] feedForwardNorm.bias[4]";

    String WIDE =
            BLOCK.replace("[4, 5]", "[4, 16]").replace("[5]", "[16]").replace("[5, 4]", "[16, 4]");

    List<LayerCase> ROWS =
            List.of(
                    row(
                            multiHeadAttention(2),
                            "multiHeadAttention(2)",
                            shape(3, 4),
                            shape(3, 4),
                            "queryKeyValue.weight[4, 12] queryKeyValue.bias[12] output.weight[4, 4] output.bias[4]"),
                    row(
                            multiHeadAttention(3).causal(),
                            "multiHeadAttention(3).causal()",
                            shape(5, 6),
                            shape(5, 6),
                            "queryKeyValue.weight[6, 18] queryKeyValue.bias[18] output.weight[6, 6] output.bias[6]"),
                    row(
                            multiHeadAttention(4).keyValueHeads(2).causal().withoutBias(),
                            "multiHeadAttention(4).keyValueHeads(2).causal().withoutBias()",
                            shape(3, 8),
                            shape(3, 8),
                            "queryKeyValue.weight[8, 16] output.weight[8, 8]"),
                    row(
                            multiHeadAttention(2).keyValueHeads(1).rotary(),
                            "multiHeadAttention(2).keyValueHeads(1).rotary()",
                            shape(5, 8),
                            shape(5, 8),
                            "queryKeyValue.weight[8, 16] queryKeyValue.bias[16] output.weight[8, 8] output.bias[8]"),
                    row(
                            multiHeadAttention(1).dropout(0.3),
                            "multiHeadAttention(1).dropout(0.3)",
                            shape(2, 3),
                            shape(2, 3),
                            "queryKeyValue.weight[3, 9] queryKeyValue.bias[9] output.weight[3, 3] output.bias[3]"),
                    row(
                            feedForward(5),
                            "feedForward(5)",
                            shape(3),
                            shape(3),
                            "expand.weight[3, 5] expand.bias[5] contract.weight[5, 3] contract.bias[3]"),
                    row(
                            feedForward(4, GELU).withoutBias().dropout(0.2),
                            "feedForward(4, GELU).withoutBias().dropout(0.2)",
                            shape(2, 3),
                            shape(2, 3),
                            "expand.weight[3, 4] contract.weight[4, 3]"),
                    row(
                            transformerEncoder(2, 5),
                            "transformerEncoder(2, 5)",
                            shape(3, 4),
                            shape(3, 4),
                            BLOCK),
                    row(
                            transformerEncoder(2, 5)
                                    .preNorm()
                                    .activation(GELU)
                                    .causal()
                                    .epsilon(1e-3),
                            "transformerEncoder(2, 5).preNorm().activation(GELU).causal().epsilon(0.001)",
                            shape(3, 4),
                            shape(3, 4),
                            BLOCK),
                    row(
                            transformerEncoder(1, 5).dropout(0.1),
                            "transformerEncoder(1, 5).dropout(0.1)",
                            shape(2, 4),
                            shape(2, 4),
                            BLOCK),
                    row(
                            transformerEncoder(4, 3).keyValueHeads(2).rotary().withoutBias(),
                            "transformerEncoder(4, 3).keyValueHeads(2).rotary().withoutBias()",
                            shape(3, 8),
                            shape(3, 8),
                            "attention.queryKeyValue.weight[8, 16] attention.output.weight[8, 8] attentionNorm.weight[8] attentionNorm.bias[8] feedForward.expand.weight[8, 3] feedForward.contract.weight[3, 8] feedForwardNorm.weight[8] feedForwardNorm.bias[8]"),
                    row(
                            gpt().layers(2).heads(2).width(4).context(6).vocabulary(5),
                            "gpt().layers(2).heads(2).width(4).context(6).vocabulary(5)",
                            shape(4),
                            shape(4, 5),
                            "token.weight[5, 4] position[6, 4] "
                                    + of("blocks.0", WIDE)
                                    + of("blocks.1", WIDE)
                                    + "norm.weight[4] norm.bias[4]"),
                    row(
                            gpt().layers(1)
                                    .heads(2)
                                    .width(4)
                                    .context(3)
                                    .vocabulary(6)
                                    .dropout(0.1)
                                    .withoutBias()
                                    .untied()
                                    .rotary(),
                            "gpt().layers(1).heads(2).width(4).context(3).vocabulary(6).dropout(0.1).withoutBias().untied().rotary()",
                            shape(3),
                            shape(3, 6),
                            "token.weight[6, 4] "
                                    + of(
                                            "blocks.0",
                                            WIDE.replaceAll(
                                                    "[A-Za-z.]+(Value|output|expand|contract)\\.bias\\[\\d+\\] ",
                                                    ""))
                                    + "norm.weight[4] norm.bias[4] output.weight[4, 6]"),
                    row(
                            bert().layers(1).heads(2).width(4).context(5).vocabulary(7).segments(3),
                            "bert().layers(1).heads(2).width(4).context(5).vocabulary(7).segments(3)",
                            shape(4),
                            shape(4, 4),
                            "token.weight[7, 4] position[5, 4] segment.weight[3, 4] norm.weight[4] norm.bias[4] "
                                    + of("blocks.0", WIDE)
                                    + "pooler.weight[4, 4] pooler.bias[4] transform.weight[4, 4] transform.bias[4] transformNorm.weight[4] transformNorm.bias[4] bias[7]"));

    private static String of(String part, String parameters) {
        return (" " + parameters)
                        .replace(" ", " " + part + ".")
                        .replaceAll(", " + part + "\\.", ", ")
                        .strip()
                + " ";
    }
}
