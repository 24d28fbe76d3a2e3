package dev.gradus.tensor;

/// The type of each number in a tensor.
///
/// The constants stand in the order of promotion: when two types meet in one operation, the result
/// has the later one (`int32 + float32` is `float32`).
public enum DType {
    /// True or false, stored as one byte holding 1 or 0.
    BOOL("bool", 1),
    /// Whole numbers from 0 to 255; the type of pixels. Arithmetic wraps around.
    UINT8("uint8", 1),
    /// Whole numbers of 32 bits.
    INT32("int32", 4),
    /// Whole numbers of 64 bits; the type of class labels and indices.
    INT64("int64", 8),
    /// Numbers with about 7 decimal digits; what networks are trained in.
    FLOAT32("float32", 4),
    /// Numbers with about 16 decimal digits; what gradients are checked in.
    FLOAT64("float64", 8);

    private final String label;
    private final int bytes;

    DType(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /// Returns the size of one number in bytes.
    public int bytes() {
        return bytes;
    }

    /// Returns whether numbers of this type can have a fraction, and therefore a gradient.
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /// Returns the type in which numbers of `this` and `other` meet.
    public DType promote(DType other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// Returns the name as it is printed and written to files, such as `float32`.
    @Override
    public String toString() {
        return label;
    }
}
