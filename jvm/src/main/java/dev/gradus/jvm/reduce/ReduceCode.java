package dev.gradus.jvm.reduce;

import dev.gradus.jvm.Workers;
import dev.gradus.jvm.map.TileProgram;
import dev.gradus.jvm.map.Tiles;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Body;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;
import dev.gradus.tensor.backend.Operand;
import dev.gradus.tensor.backend.View;
import dev.gradus.tensor.op.Reduce;
import java.util.Arrays;
import java.util.List;

/// Runs a reduction: the body is computed tile by tile and each tile reduced while it is in the
/// cache.
///
/// The space is seen as `[before, size, after]` with the middle reduced. Where `after` is 1 each
/// row is reduced along itself, with 16 running results; else rows are added to each other. More
/// than [#CHUNK] numbers are reduced in chunks whose results are reduced again: the chunks depend
/// on the sizes alone, so the result is the same on any number of threads.
public final class ReduceCode implements Backend.Executable {
    /// Numbers in a chunk.
    private static final int CHUNK = 64 * 1024;

    private static final Buffer[] NONE = {};

    private final Reduce.Kind kind;
    private final TileProgram program;
    private final Body body;
    private final Operand output;
    private final DType type;
    private final int before;
    private final int size;
    private final int after;

    /// Places along the reduced axis that make a chunk.
    private final int chunk;

    /// One for each chunk.
    private final Rows[] rows;

    /// One for each piece, where there is a single chunk and threads share out what is kept.
    private final Rows[] pieces;

    /// The results of the chunks; made by the first run and kept.
    private Buffer partial;

    /// The buffers of the run that is going on.
    private Buffer[] present = NONE;

    // made once, because a run must not allocate
    private final Workers.Part piece = this::runPiece;
    private final Workers.Part chunks = this::runChunk;

    /// Compiles `kernel`.
    public ReduceCode(Kernel.ReduceKernel kernel) {
        kind = kernel.kind();
        body = kernel.body();
        output = kernel.output();
        var result = body.results().get(0);
        type =
                result < kernel.inputs().size()
                        ? kernel.inputs().get(result).type()
                        : body.steps().get(result - kernel.inputs().size()).type();
        var order = reducedInOneBlock(kernel);
        var shape = kernel.space();
        var sizes = new int[] {1, 1, 1};
        var part = 0;
        for (var i = 0; i < order.size(); i++) {
            var axis = order.get(i);
            var reduced = kernel.axes().contains(axis);
            part = reduced ? 1 : part == 0 ? 0 : 2;
            sizes[part] *= shape.size(axis);
        }
        before = sizes[0];
        size = sizes[1];
        after = sizes[2];
        program = new TileProgram(permuted(shape, order), permuted(kernel.inputs(), order), body);
        var longest = CHUNK / Math.max(1, after);
        chunk =
                kind == Reduce.Kind.ARGMAX || size <= longest
                        ? Math.max(1, size)
                        : Math.max(16, longest / 16 * 16);
        rows = new Rows[size == 0 ? 1 : (size + chunk - 1) / chunk];
        Arrays.setAll(rows, _ -> Rows.of(kind, type));
        var grain = Math.max(1, CHUNK / 4 / Math.max(1, size * after));
        pieces = new Rows[Math.clamp(before / grain, 1, 2 * Workers.count())];
        Arrays.setAll(pieces, _ -> Rows.of(kind, type));
        partial = Buffer.allocate(type, 0);
    }

    /// Returns an order of axes in which the reduced ones stand together: as they are if they do
    /// and the kind allows, else at the end.
    private static Ints reducedInOneBlock(Kernel.ReduceKernel kernel) {
        var rank = kernel.space().rank();
        var blocks = 0;
        var last = false;
        var ends = false;
        for (var axis = 0; axis < rank; axis++) {
            if (kernel.space().size(axis) != 1) {
                var reduced = kernel.axes().contains(axis);
                blocks += reduced && !last ? 1 : 0;
                ends = reduced;
                last = reduced;
            }
        }
        var order = new int[rank];
        var keep = blocks <= 1 && (ends || kernel.kind() != Reduce.Kind.ARGMAX);
        var next = 0;
        for (var axis = 0; axis < rank; axis++) {
            if (keep || !kernel.axes().contains(axis)) {
                order[next++] = axis;
            }
        }
        for (var axis = 0; axis < rank && !keep; axis++) {
            if (kernel.axes().contains(axis)) {
                order[next++] = axis;
            }
        }
        return Ints.of(order);
    }

    private static Shape permuted(Shape shape, Ints order) {
        return View.of(shape).permute(order).shape();
    }

    private static List<Operand> permuted(List<Operand> inputs, Ints order) {
        return inputs.stream()
                .map(input -> new Operand(input.slot(), input.type(), input.view().permute(order)))
                .toList();
    }

    @Override
    public void run(Buffer[] slots) {
        present = slots;
        if (rows.length == 1) {
            Workers.run(pieces.length, piece);
        } else {
            runChunks(slots);
        }
        present = NONE;
    }

    private void runPiece(int index) {
        var from = (int) ((long) before * index / pieces.length);
        var to = (int) ((long) before * (index + 1) / pieces.length);
        var out = present[output.slot()].array();
        chunk(present, pieces[index], from, to, 0, size, out, output.view().offset());
    }

    private void runChunks(Buffer[] slots) {
        if (partial.size() == 0) {
            partial = Buffer.allocate(type, rows.length * before * after);
        }
        var results = partial.array();
        Workers.run(rows.length, chunks);
        var out = slots[output.slot()].array();
        var place = output.view().offset();
        rows[0].clear(out, place, before * after);
        rows[0].rows(results, 0, rows.length, before * after, out, place);
    }

    private void runChunk(int index) {
        chunk(present, index, partial.array());
    }

    private void chunk(Buffer[] slots, int index, Object results) {
        var from = index * chunk;
        var to = Math.min(size, from + chunk);
        chunk(slots, rows[index], 0, before, from, to, results, index * before * after);
    }

    /// Reduces the places `from` to `to` of the middle axis into `out`.
    private void chunk(
            Buffer[] slots,
            Rows rows,
            int first,
            int last,
            int from,
            int to,
            Object out,
            int place) {
        if (after == 1) {
            alongRows(slots, rows, first, last, from, to, out, place);
        } else {
            acrossRows(slots, rows, first, last, from, to, out, place);
        }
    }

    private void alongRows(
            Buffer[] slots,
            Rows rows,
            int first,
            int last,
            int from,
            int to,
            Object out,
            int place) {
        var length = to - from;
        if (length == 0) {
            for (var row = first; row < last; row++) {
                rows.begin();
                rows.finish(out, place + row);
            }
            return;
        }
        var tiles = Tiles.ofThisThread();
        program.bind(tiles, slots);
        var register = body.results().get(0);
        // several whole rows in a tile where rows are short
        var together = length == size && length <= Tiles.SIZE ? Tiles.SIZE / length : 1;
        for (var row = first; row < last; row += together) {
            var count = Math.min(together, last - row);
            if (length <= Tiles.SIZE && (together > 1 || length == size)) {
                program.run(tiles, slots, row * size + from, count * length);
                var tile = tiles.array(register, type);
                for (var i = 0; i < count; i++) {
                    rows.begin();
                    rows.take(tile, tiles.at(register) + i * length, length);
                    rows.finish(out, place + row + i);
                }
            } else {
                rows.begin();
                for (var start = 0; start < length; start += Tiles.SIZE) {
                    var n = Math.min(Tiles.SIZE, length - start);
                    program.run(tiles, slots, row * size + from + start, n);
                    rows.take(tiles.array(register, type), tiles.at(register), n);
                }
                rows.finish(out, place + row);
            }
        }
    }

    private void acrossRows(
            Buffer[] slots,
            Rows rows,
            int first,
            int last,
            int from,
            int to,
            Object out,
            int place) {
        rows.clear(out, place + first * after, (last - first) * after);
        if (after == 0 || from >= to) {
            return;
        }
        var tiles = Tiles.ofThisThread();
        program.bind(tiles, slots);
        var register = body.results().get(0);
        var together = Math.max(1, Tiles.SIZE / after);
        for (var outer = first; outer < last; outer++) {
            for (var row = from; row < to; row += together) {
                var count = Math.min(together, to - row);
                for (var column = 0; column < after; column += Tiles.SIZE) {
                    var width = Math.min(Tiles.SIZE, after - column);
                    program.run(tiles, slots, (outer * size + row) * after + column, count * width);
                    rows.rows(
                            tiles.array(register, type),
                            tiles.at(register),
                            count,
                            width,
                            out,
                            place + outer * after + column);
                }
            }
        }
    }
}
