package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.attention.CrossAttention;
import dev.gradus.nn.layer.attention.MultiHeadAttention;
import dev.gradus.nn.layer.attention.TransformerDecoder;
import dev.gradus.nn.layer.attention.TransformerEncoder;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.model.Bert;
import dev.gradus.nn.model.Gpt;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Attentions, the blocks around them and the models of these blocks, opened.
///
/// @param walk the walk that notes their places down
record Transformers(Walk walk) {
    int encoder(TransformerEncoder block, int from, String path) {
        var first = block.spec().normFirst();
        var at = around(first, from, path, "attention", block.attention(), block.attentionNorm());
        return around(first, at, path, "feedForward", block.feedForward(), block.feedForwardNorm());
    }

    int decoder(TransformerDecoder block, List<Integer> inputs, String path) {
        var first = block.spec().normFirst();
        var memory = inputs.getLast();
        var at =
                around(
                        first,
                        inputs.getFirst(),
                        path,
                        "attention",
                        block.attention(),
                        block.attentionNorm());
        at =
                around(
                        first,
                        at,
                        path,
                        "cross",
                        block.crossNorm(),
                        before ->
                                walk.apply(
                                        block.cross(),
                                        List.of(before, memory),
                                        Walk.join(path, "cross")));
        return around(first, at, path, "feedForward", block.feedForward(), block.feedForwardNorm());
    }

    private int around(
            boolean normFirst, int from, String path, String name, Layer part, LayerNorm norm) {
        return around(
                normFirst,
                from,
                path,
                name,
                norm,
                before -> walk.apply(part, List.of(before), Walk.join(path, name)));
    }

    private int around(
            boolean normFirst,
            int from,
            String path,
            String name,
            LayerNorm norm,
            IntUnaryOperator part) {
        var norms = Walk.join(path, name + "Norm");
        var before = normFirst ? walk.apply(norm, List.of(from), norms) : from;
        var made = part.applyAsInt(before);
        var sum = walk.apply(new Add(), List.of(from, made), Walk.join(path, name + "Add"));
        return normFirst ? sum : walk.apply(norm, List.of(sum), norms);
    }

    int crossAttention(CrossAttention attention, List<Integer> inputs, String path) {
        var asked =
                walk.apply(attention.query(), List.of(inputs.getFirst()), Walk.join(path, "query"));
        var offered = walk.apply(attention.key(), List.of(inputs.get(1)), Walk.join(path, "key"));
        var held =
                walk.apply(attention.value(), List.of(inputs.getLast()), Walk.join(path, "value"));
        var looks = Looks.of(attention.spec(), attention.query().weight().size(1));
        var looking = walk.apply(looks, List.of(asked, offered), Walk.join(path, "looks"));
        var taken = walk.apply(new Takes(looks), List.of(looking, held), Walk.join(path, "takes"));
        return walk.apply(attention.output(), List.of(taken), Walk.join(path, "output"));
    }

    int attention(MultiHeadAttention attention, int from, String path) {
        var all =
                walk.apply(
                        attention.queryKeyValue(), List.of(from), Walk.join(path, "queryKeyValue"));
        var looks = Looks.of(attention.spec(), attention.queryKeyValue().weight().size(0));
        var looking = walk.apply(looks, List.of(all), Walk.join(path, "looks"));
        var taken = walk.apply(new Takes(looks), List.of(looking, all), Walk.join(path, "takes"));
        return walk.apply(attention.output(), List.of(taken), Walk.join(path, "output"));
    }

    int gpt(Gpt gpt, int from, String path) {
        var at = walk.apply(gpt.token(), List.of(from), Walk.join(path, "token"));
        if (gpt.position().isPresent()) {
            var vectors = new PlaceVectors(gpt.position().get());
            at = walk.apply(vectors, List.of(at), Walk.join(path, "position"));
        }
        for (var i = 0; i < gpt.blocks().size(); i++) {
            at = walk.apply(gpt.blocks().get(i), List.of(at), Walk.join(path, "blocks." + i));
        }
        at = walk.apply(gpt.norm(), List.of(at), Walk.join(path, "norm"));
        return gpt.output().isPresent()
                ? walk.apply(gpt.output().get(), List.of(at), Walk.join(path, "output"))
                : walk.apply(
                        new TokenLogits(gpt.token().weight()),
                        List.of(at),
                        Walk.join(path, "logits"));
    }

    int bert(Bert bert, int from, String path) {
        var at = walk.apply(bert.token(), List.of(from), Walk.join(path, "token"));
        // without being told otherwise, all tokens belong to the first segment
        var segment = new SegmentVector(bert.segment().weight());
        at = walk.apply(segment, List.of(at), Walk.join(path, "segment"));
        at =
                walk.apply(
                        new PlaceVectors(bert.position()),
                        List.of(at),
                        Walk.join(path, "position"));
        at = walk.apply(bert.norm(), List.of(at), Walk.join(path, "norm"));
        for (var i = 0; i < bert.blocks().size(); i++) {
            at = walk.apply(bert.blocks().get(i), List.of(at), Walk.join(path, "blocks." + i));
        }
        return at;
    }
}
