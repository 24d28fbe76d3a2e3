package dev.gradus.jvm.reduce;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.op.Reduce;

/// Reduces numbers of one type that come tile by tile.
///
/// Along a row: [#begin], any number of [#take], [#finish]. Across rows: [#clear], any number of
/// [#rows].
sealed interface Rows permits FloatRows, DoubleRows, IntRows, LongRows, ByteRows {
    /// Starts a new row.
    void begin();

    /// Takes the next `n` numbers of the row; all calls but the last bring a multiple of 16.
    void take(Object tile, int at, int n);

    /// Writes the result of the row.
    void finish(Object out, int place);

    /// Fills `n` places with what changes nothing: 0 for a sum.
    void clear(Object out, int place, int n);

    /// Reduces `rows` rows of `width` numbers, one after the other, into the `width` places of
    /// `out`.
    void rows(Object tile, int at, int rows, int width, Object out, int place);

    /// Returns the reduction of `kind` over numbers of `type`.
    static Rows of(Reduce.Kind kind, DType type) {
        return switch (type) {
            case FLOAT32 -> new FloatRows(kind);
            case FLOAT64 -> new DoubleRows(kind);
            case INT32 -> new IntRows(kind);
            case INT64 -> new LongRows(kind);
            case UINT8, BOOL -> new ByteRows(kind);
        };
    }
}
