package dev.gradus.tensor.graph;

import dev.gradus.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Says what did not fit into memory, for the one who has to choose a smaller batch.
final class Shortage {
    private static final int SHOWN = 3;

    private Shortage() {}

    /// One piece of memory: its size and whose it is.
    record Piece(long bytes, String what) {}

    /// What was needed in all, and the pieces of which the largest are named.
    record Need(long bytes, List<Piece> pieces) {}

    static Need temporaries(Fuse.Fused fused, Plan plan) {
        var pieces =
                fused.kernels().stream()
                        .flatMap(kernel ->
                                kernel.outputs().stream()
                                        .map(output ->
                                                new Piece(
                                                        (long) output.view().shape().count()
                                                                * output.type().bytes(),
                                                        "%s %s of %s"
                                                                .formatted(
                                                                        output.type(),
                                                                        output.view().shape(),
                                                                        kernel.describe()))))
                        .distinct()
                        .toList();
        return new Need(plan.bytes(), pieces);
    }

    static Need results(List<Tensor> tensors) {
        var pieces =
                tensors.stream()
                        .map(tensor ->
                                new Piece(
                                        (long) tensor.count() * tensor.type().bytes(),
                                        "%s %s".formatted(tensor.type(), tensor.shape())))
                        .toList();
        return new Need(pieces.stream().mapToLong(Piece::bytes).sum(), pieces);
    }

    static OutOfMemoryError of(String who, Need need, OutOfMemoryError cause) {
        var largest =
                need.pieces().stream()
                        .sorted(Comparator.comparingLong(Piece::bytes).reversed())
                        .limit(SHOWN)
                        .map(piece ->
                                "  %s for %s"
                                        .formatted(Explanation.bytes(piece.bytes()), piece.what()))
                        .collect(Collectors.joining("\n"));
        var error =
                new OutOfMemoryError(
                        "%s %s of memory but the heap may grow to %s only: use a smaller batch, or start java with a larger -Xmx. The largest:\n%s"
                                .formatted(
                                        who,
                                        Explanation.bytes(need.bytes()),
                                        Explanation.bytes(Runtime.getRuntime().maxMemory()),
                                        largest));
        error.initCause(cause);
        return error;
    }
}
