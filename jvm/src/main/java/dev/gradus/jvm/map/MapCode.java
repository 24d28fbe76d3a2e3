package dev.gradus.jvm.map;

import dev.gradus.jvm.Workers;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.Kernel;

/// Runs an elementwise kernel tile by tile: every step of the body on one tile before the next tile
/// is touched, so that what passes between steps never leaves the first-level cache.
public final class MapCode implements Backend.Executable {
    /// Below this many element steps, handing work to another thread costs more than it saves.
    private static final int GRAIN = 32 * 1024;

    private static final Buffer[] NONE = {};

    private final Kernel.MapKernel kernel;
    private final TileProgram program;
    private final Walk[] walks;

    /// For each output: whether its last step may write straight to where the output stands.
    private final boolean[] inPlace;

    private final int tile;

    /// The buffers of the run that is going on.
    private Buffer[] present = NONE;

    // made once, because a run must not allocate
    private final Workers.Range pieces = (from, to) -> run(present, from, to);

    /// Compiles `kernel`.
    public MapCode(Kernel.MapKernel kernel) {
        this.kernel = kernel;
        program = new TileProgram(kernel.space(), kernel.inputs(), kernel.body());
        walks = new Walk[kernel.outputs().size()];
        inPlace = new boolean[walks.length];
        for (var i = 0; i < walks.length; i++) {
            var output = kernel.outputs().get(i);
            walks[i] = new Walk(output.view());
            inPlace[i] = output.view().isDense() && isComputedOnce(i) && !isReadLater(i);
        }
        // whole rows in a tile, so that repeated rows keep their place
        var run = program.rowLength() > 1 ? program.rowLength() : program.run();
        tile = run > 1 && run <= Tiles.SIZE ? Tiles.SIZE / run * run : Tiles.SIZE;
    }

    private boolean isComputedOnce(int output) {
        var register = kernel.body().results().get(output);
        var times = 0;
        for (var i = 0; i < kernel.body().results().size(); i++) {
            times += kernel.body().results().get(i) == register ? 1 : 0;
        }
        return register >= kernel.inputs().size() && times == 1;
    }

    /// Whether a step after the one that makes this output reads an input which stands where the
    /// output goes.
    private boolean isReadLater(int output) {
        var inputs = kernel.inputs();
        var steps = kernel.body().steps();
        var writes = kernel.body().results().get(output) - inputs.size();
        for (var input = 0; input < inputs.size(); input++) {
            if (inputs.get(input).slot() != kernel.outputs().get(output).slot()) {
                continue;
            }
            for (var step = 0; step < steps.size(); step++) {
                if (program.follows(step, writes) && steps.get(step).arguments().contains(input)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void run(Buffer[] slots) {
        var work = Math.max(1, kernel.body().steps().size());
        var grain = Math.max(1, GRAIN / work / tile) * tile;
        present = slots;
        Workers.ranges(kernel.space().count(), grain, pieces);
        present = NONE;
    }

    /// Computes the elements with flat index `from` to `to`.
    public void run(Buffer[] slots, int from, int to) {
        if (from >= to) {
            return;
        }
        var tiles = Tiles.ofThisThread();
        program.bind(tiles, slots);
        for (var start = from; start < to; start += tile) {
            var n = Math.min(tile, to - start);
            for (var i = 0; i < walks.length; i++) {
                if (inPlace[i]) {
                    var output = kernel.outputs().get(i);
                    tiles.point(
                            kernel.body().results().get(i),
                            slots[output.slot()],
                            output.view().offset() + start / each(i));
                }
            }
            program.run(tiles, slots, start, n);
            for (var i = 0; i < walks.length; i++) {
                if (!inPlace[i]) {
                    store(tiles, slots, i, start / each(i), n / each(i));
                }
            }
        }
    }

    /// Returns for how many elements an output has one number.
    private int each(int output) {
        return program.isOfRows(kernel.body().results().get(output)) ? program.rowLength() : 1;
    }

    private void store(Tiles tiles, Buffer[] slots, int output, int start, int n) {
        var register = kernel.body().results().get(output);
        var array = tiles.array(register, program.type(register));
        walks[output].store(
                array, tiles.at(register), start, n, slots[kernel.outputs().get(output).slot()]);
    }
}
