package dev.gradus.train.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Adds up doubles without any rounding, so that the order in which they come cannot matter.
///
/// The sum is a whole number of steps of 2^-1074, the smallest double, in limbs of 32 bits. A double
/// touches three of them: its 53 bits, moved to their place. Limbs are 64 bits wide, so carries wait
/// until thousands of millions were added (Neal 2015, "Fast exact summation using small and large
/// superaccumulators").
final class ExactSum {
    /// Limbs for the 2,098 bits of a double, and some for the carries of a sum.
    private static final int LIMBS = 68;

    /// How many numbers say everything: the limbs, and what is not finite.
    static final int NUMBERS = LIMBS + 1;

    private static final int LIMB_BITS = 32;
    private static final long LIMB = 0xffffffffL;
    private static final int SMALLEST = -1074;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int MOST_WAITING = 1 << 30;
    private static final int QUOTIENT_DIGITS = 40;

    private final long[] limbs = new long[LIMBS];
    private int waiting;

    /// The sum of all that is infinite or no number; these absorb each other in any order.
    private double special;

    void add(double value) {
        var bits = Double.doubleToRawLongBits(value);
        var exponent = (int) (bits >>> MANTISSA_BITS) & 0x7ff;
        if (exponent == 0x7ff) {
            special += value;
            return;
        }
        var mantissa = bits & MANTISSA;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << MANTISSA_BITS;
        }
        var limb = (exponent - 1) / LIMB_BITS;
        var shift = (exponent - 1) % LIMB_BITS;
        var low = (mantissa & LIMB) << shift;
        var high = (mantissa >>> LIMB_BITS) << shift;
        var first = low & LIMB;
        var second = (low >>> LIMB_BITS) + (high & LIMB);
        var third = high >>> LIMB_BITS;
        if (bits < 0) {
            limbs[limb] -= first;
            limbs[limb + 1] -= second;
            limbs[limb + 2] -= third;
        } else {
            limbs[limb] += first;
            limbs[limb + 1] += second;
            limbs[limb + 2] += third;
        }
        if (++waiting >= MOST_WAITING) {
            carry();
        }
    }

    /// Adds `a * b` without rounding the product: it is that of doubles and what this leaves out, which
    /// a fused multiply-add knows.
    void addProduct(double a, double b) {
        var product = a * b;
        add(product);
        if (Double.isFinite(product)) {
            add(Math.fma(a, b, -product));
        }
    }

    /// Adds `a * b * c` without rounding.
    void addProduct(double a, double b, double c) {
        var product = a * b;
        addProduct(product, c);
        if (Double.isFinite(product)) {
            addProduct(Math.fma(a, b, -product), c);
        }
    }

    /// Brings every limb but the last into 0 to 2^32 - 1: one sum has one form.
    private void carry() {
        for (var i = 0; i + 1 < LIMBS; i++) {
            limbs[i + 1] += limbs[i] >> LIMB_BITS;
            limbs[i] &= LIMB;
        }
        waiting = 0;
    }

    boolean isFinite() {
        return special == 0;
    }

    /// Returns the finite part in steps of 2^-1074.
    BigInteger steps() {
        carry();
        var bytes = new byte[LIMBS * Integer.BYTES + Integer.BYTES];
        for (var i = 0; i < LIMBS; i++) {
            var wide = i + 1 == LIMBS ? Long.BYTES : Integer.BYTES;
            for (var k = 0; k < wide; k++) {
                bytes[bytes.length - 1 - i * Integer.BYTES - k] =
                        (byte) (limbs[i] >> k * Byte.SIZE);
            }
        }
        return new BigInteger(bytes);
    }

    /// Returns the sum, rounded once.
    double value() {
        if (!isFinite()) {
            return special;
        }
        var steps = steps();
        // 64 bits and one that says whether others follow: rounding to a double sees enough
        var excess = Math.max(0, steps.bitLength() - Long.SIZE);
        var leading = steps.shiftRight(excess);
        if (excess > 0 && steps.abs().getLowestSetBit() < excess) {
            leading = leading.setBit(0);
        }
        return Math.scalb(leading.doubleValue(), excess + SMALLEST);
    }

    /// Returns the quotient of two numbers of steps as a double.
    static double quotient(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), new MathContext(QUOTIENT_DIGITS))
                .doubleValue();
    }

    void write(double[] numbers, int from) {
        carry();
        for (var i = 0; i < LIMBS; i++) {
            numbers[from + i] = limbs[i];
        }
        numbers[from + LIMBS] = special;
    }

    void take(double[] numbers, int from) {
        carry();
        for (var i = 0; i < LIMBS; i++) {
            limbs[i] += (long) numbers[from + i];
        }
        special += numbers[from + LIMBS];
        carry();
    }
}
