package dev.gradus.jvm.map;

import static dev.gradus.jvm.Species.FLOAT;
import static dev.gradus.jvm.map.FloatMath.ERFC_0;
import static dev.gradus.jvm.map.FloatMath.ERFC_1;
import static dev.gradus.jvm.map.FloatMath.ERFC_2;
import static dev.gradus.jvm.map.FloatMath.ERFC_3;
import static dev.gradus.jvm.map.FloatMath.ERFC_4;
import static dev.gradus.jvm.map.FloatMath.ERFC_5;
import static dev.gradus.jvm.map.FloatMath.ERFC_6;
import static dev.gradus.jvm.map.FloatMath.ERF_0;
import static dev.gradus.jvm.map.FloatMath.ERF_1;
import static dev.gradus.jvm.map.FloatMath.ERF_2;
import static dev.gradus.jvm.map.FloatMath.ERF_3;
import static dev.gradus.jvm.map.FloatMath.ERF_4;
import static dev.gradus.jvm.map.FloatMath.ERF_5;
import static dev.gradus.jvm.map.FloatMath.ERF_6;
import static dev.gradus.jvm.map.FloatMath.ERF_HIGH;
import static dev.gradus.jvm.map.FloatMath.ERF_SPLIT;
import static dev.gradus.jvm.map.FloatMath.EXP_0;
import static dev.gradus.jvm.map.FloatMath.EXP_1;
import static dev.gradus.jvm.map.FloatMath.EXP_2;
import static dev.gradus.jvm.map.FloatMath.EXP_3;
import static dev.gradus.jvm.map.FloatMath.EXP_4;
import static dev.gradus.jvm.map.FloatMath.EXP_HIGH;
import static dev.gradus.jvm.map.FloatMath.EXP_LOW;
import static dev.gradus.jvm.map.FloatMath.FRACTION_BITS;
import static dev.gradus.jvm.map.FloatMath.LIFT;
import static dev.gradus.jvm.map.FloatMath.LIFT_POWER;
import static dev.gradus.jvm.map.FloatMath.LN2;
import static dev.gradus.jvm.map.FloatMath.LN2_EXCESS;
import static dev.gradus.jvm.map.FloatMath.LOG2_E;
import static dev.gradus.jvm.map.FloatMath.LOG_0;
import static dev.gradus.jvm.map.FloatMath.LOG_1;
import static dev.gradus.jvm.map.FloatMath.LOG_2;
import static dev.gradus.jvm.map.FloatMath.LOG_3;
import static dev.gradus.jvm.map.FloatMath.LOG_4;
import static dev.gradus.jvm.map.FloatMath.LOG_5;
import static dev.gradus.jvm.map.FloatMath.LOG_6;
import static dev.gradus.jvm.map.FloatMath.LOG_7;
import static dev.gradus.jvm.map.FloatMath.ONE_BITS;
import static dev.gradus.jvm.map.FloatMath.ONE_OVER_PI;
import static dev.gradus.jvm.map.FloatMath.PI_0;
import static dev.gradus.jvm.map.FloatMath.PI_1;
import static dev.gradus.jvm.map.FloatMath.PI_2;
import static dev.gradus.jvm.map.FloatMath.ROUND;
import static dev.gradus.jvm.map.FloatMath.ROUND_BITS;
import static dev.gradus.jvm.map.FloatMath.SIN_0;
import static dev.gradus.jvm.map.FloatMath.SIN_1;
import static dev.gradus.jvm.map.FloatMath.SIN_2;
import static dev.gradus.jvm.map.FloatMath.SIN_3;
import static dev.gradus.jvm.map.FloatMath.SQRT_HALF_BITS;
import static dev.gradus.jvm.map.FloatMath.TANH_0;
import static dev.gradus.jvm.map.FloatMath.TANH_1;
import static dev.gradus.jvm.map.FloatMath.TANH_2;
import static dev.gradus.jvm.map.FloatMath.TANH_3;
import static dev.gradus.jvm.map.FloatMath.TANH_4;
import static dev.gradus.jvm.map.FloatMath.TANH_HIGH;
import static dev.gradus.jvm.map.FloatMath.TANH_SPLIT;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// Performs the operations of [FloatMath] in every lane of a vector, in the same order.
///
/// What a method means, where its polynomial comes from and how large its error is stands there.
/// Choices between two results are blends here: both are computed in every lane.
///
/// Constants are broadcast on the spot, signs are set in place and helper methods are called early,
/// because the compiler always inlines the Vector API but stops inlining other methods once a loop
/// has grown large; a vector that must pass a call is boxed, and the loop runs 15 times slower.
final class VectorMath {

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.blend(EXP_HIGH, x.compare(GT, EXP_HIGH));
        bounded = bounded.blend(EXP_LOW, bounded.compare(LT, EXP_LOW));
        FloatVector rounded = bounded.fma(broadcast(FLOAT, LOG2_E), broadcast(FLOAT, ROUND));
        IntVector power = rounded.reinterpretAsInts().sub(ROUND_BITS);
        IntVector half = power.lanewise(ASHR, 1);
        return expOfRest(bounded, rounded).mul(powerOfTwo(half)).mul(powerOfTwo(power.sub(half)));
    }

    private static FloatVector boundedExp(FloatVector x) {
        FloatVector rounded = x.fma(broadcast(FLOAT, LOG2_E), broadcast(FLOAT, ROUND));
        return expOfRest(x, rounded).mul(powerOfTwo(rounded.reinterpretAsInts()));
    }

    private static FloatVector expOfRest(FloatVector x, FloatVector rounded) {
        FloatVector n = rounded.sub(ROUND);
        FloatVector r = n.fma(broadcast(FLOAT, -LN2), x);
        r = n.fma(broadcast(FLOAT, LN2_EXCESS), r);
        FloatVector p = broadcast(FLOAT, EXP_4);
        p = p.fma(r, broadcast(FLOAT, EXP_3));
        p = p.fma(r, broadcast(FLOAT, EXP_2));
        p = p.fma(r, broadcast(FLOAT, EXP_1));
        p = p.fma(r, broadcast(FLOAT, EXP_0));
        return r.mul(r).fma(p, r).add(1f);
    }

    private static FloatVector powerOfTwo(IntVector power) {
        return power.lanewise(LSHL, FRACTION_BITS).add(ONE_BITS).reinterpretAsFloats();
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.compare(LT, Float.MIN_NORMAL);
        IntVector bits = x.mul(LIFT, tiny).reinterpretAsInts();
        IntVector power = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
        FloatVector n = ((FloatVector) power.convert(I2F, 0)).sub(LIFT_POWER, tiny);
        FloatVector f = bits.sub(power.lanewise(LSHL, FRACTION_BITS)).reinterpretAsFloats().sub(1f);
        FloatVector result = n.fma(broadcast(FLOAT, LN2), logOfOnePlus(f));
        result = x.blend(result, x.compare(LT, Float.POSITIVE_INFINITY));
        FloatVector outside =
                broadcast(FLOAT, Float.NaN).blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
        return outside.blend(result, x.compare(GT, 0f));
    }

    private static FloatVector logOfOnePlus(FloatVector f) {
        FloatVector square = f.mul(f);
        FloatVector p = broadcast(FLOAT, LOG_7);
        p = p.fma(f, broadcast(FLOAT, LOG_6));
        p = p.fma(f, broadcast(FLOAT, LOG_5));
        p = p.fma(f, broadcast(FLOAT, LOG_4));
        p = p.fma(f, broadcast(FLOAT, LOG_3));
        p = p.fma(f, broadcast(FLOAT, LOG_2));
        p = p.fma(f, broadcast(FLOAT, LOG_1));
        p = p.fma(f, broadcast(FLOAT, LOG_0));
        return f.add(square.mul(f).fma(p, square.mul(-0.5f)));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector small = smallTanh(t);
        FloatVector bounded = t.blend(TANH_HIGH, t.compare(GT, TANH_HIGH));
        FloatVector divisor = boundedExp(bounded.add(bounded)).add(1f);
        FloatVector large = broadcast(FLOAT, 1f).sub(broadcast(FLOAT, 2f).div(divisor));
        FloatVector result = large.blend(small, t.compare(LT, TANH_SPLIT));
        IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
        return result.reinterpretAsInts().or(sign).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        return broadcast(FLOAT, 1f).blend(e, x.compare(LT, 0f)).div(e.add(1f));
    }

    private static FloatVector smallTanh(FloatVector t) {
        FloatVector square = t.mul(t);
        FloatVector p = broadcast(FLOAT, TANH_4);
        p = p.fma(square, broadcast(FLOAT, TANH_3));
        p = p.fma(square, broadcast(FLOAT, TANH_2));
        p = p.fma(square, broadcast(FLOAT, TANH_1));
        p = p.fma(square, broadcast(FLOAT, TANH_0));
        return t.mul(square).fma(p, t);
    }

    /// Returns the sine for |x| <= [FloatMath#SIN_HIGH] and for NaN; the caller looks after the
    /// rest.
    static FloatVector reducedSin(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector rounded = t.fma(broadcast(FLOAT, ONE_OVER_PI), broadcast(FLOAT, ROUND));
        FloatVector n = rounded.sub(ROUND);
        FloatVector r = n.fma(broadcast(FLOAT, -PI_0), t);
        r = n.fma(broadcast(FLOAT, -PI_1), r);
        r = n.fma(broadcast(FLOAT, -PI_2), r);
        FloatVector square = r.mul(r);
        FloatVector p = broadcast(FLOAT, SIN_3);
        p = p.fma(square, broadcast(FLOAT, SIN_2));
        p = p.fma(square, broadcast(FLOAT, SIN_1));
        p = p.fma(square, broadcast(FLOAT, SIN_0));
        IntVector result = r.mul(square).fma(p, r).reinterpretAsInts();
        IntVector odd = rounded.reinterpretAsInts().lanewise(LSHL, 31);
        IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
        return result.lanewise(XOR, odd).lanewise(XOR, sign).reinterpretAsFloats();
    }

    static FloatVector erf(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector small = smallErf(t);
        FloatVector bounded = t.blend(ERF_HIGH, t.compare(GT, ERF_HIGH));
        FloatVector large = broadcast(FLOAT, 1f).sub(boundedExp(erfcExponent(bounded)));
        FloatVector result = large.blend(small, t.compare(LT, ERF_SPLIT));
        IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
        return result.reinterpretAsInts().or(sign).reinterpretAsFloats();
    }

    private static FloatVector smallErf(FloatVector t) {
        FloatVector square = t.mul(t);
        FloatVector p = broadcast(FLOAT, ERF_6);
        p = p.fma(square, broadcast(FLOAT, ERF_5));
        p = p.fma(square, broadcast(FLOAT, ERF_4));
        p = p.fma(square, broadcast(FLOAT, ERF_3));
        p = p.fma(square, broadcast(FLOAT, ERF_2));
        p = p.fma(square, broadcast(FLOAT, ERF_1));
        p = p.fma(square, broadcast(FLOAT, ERF_0));
        return t.fma(p, t);
    }

    private static FloatVector erfcExponent(FloatVector t) {
        FloatVector q = broadcast(FLOAT, ERFC_6);
        q = q.fma(t, broadcast(FLOAT, ERFC_5));
        q = q.fma(t, broadcast(FLOAT, ERFC_4));
        q = q.fma(t, broadcast(FLOAT, ERFC_3));
        q = q.fma(t, broadcast(FLOAT, ERFC_2));
        q = q.fma(t, broadcast(FLOAT, ERFC_1));
        q = q.fma(t, broadcast(FLOAT, ERFC_0));
        return t.neg().mul(q);
    }

    static FloatVector floor(FloatVector x) {
        // from 2²³ on every number is whole, and adding 2²³ rounds those below to the nearest one
        FloatVector t = x.abs();
        IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
        FloatVector rounded = t.add(0x1p23f).sub(0x1p23f);
        FloatVector nearest = rounded.reinterpretAsInts().or(sign).reinterpretAsFloats();
        FloatVector floor = nearest.sub(1f, nearest.compare(GT, x));
        return x.blend(floor, t.compare(LT, 0x1p23f));
    }
}
