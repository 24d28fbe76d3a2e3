package dev.gradus.tensor.graph;

import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.op.Move;
import java.util.Optional;

/// Takes batches out of data before a program sees them.
///
/// Where a slice begins is part of the structure of a program. So a loop that cuts its batches from one
/// large tensor, `x.slice(from, from + 64)`, would make another program for each of them; copied out,
/// they are values.
final class Batching {
    /// A batch; what is larger is the data itself, and not to be held twice.
    private static final int MOST = 1 << 22;

    private Batching() {}

    /// Copies the numbers of `slice` out of its input, if they stand there in one piece.
    static void keep(Tensor slice) {
        if (slice.isFixed() && !slice.isComputed() && slice.count() <= MOST) {
            var data = slice.input(0);
            if (data.isComputed()) {
                start((Move.Slice) slice.op(), data)
                        .ifPresent(from -> slice.keep(piece(data.buffer(), from, slice.count())));
            }
        }
    }

    /// Returns where the numbers begin, if only the first axis is cut, without gaps.
    private static Optional<Integer> start(Move.Slice slice, Tensor data) {
        if (data.rank() == 0 || slice.step().get(0) != 1) {
            return Optional.empty();
        }
        for (var axis = 1; axis < data.rank(); axis++) {
            if (slice.start().get(axis) != 0
                    || slice.stop().get(axis) != data.size(axis)
                    || slice.step().get(axis) != 1) {
                return Optional.empty();
            }
        }
        return Optional.of(slice.start().get(0) * (data.count() / Math.max(1, data.size(0))));
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static Buffer piece(Buffer data, int from, int count) {
        var piece = Buffer.allocate(data.type(), count);
        System.arraycopy(data.array(), from, piece.array(), 0, count);
        return piece;
    }
}
