package dev.gradus.jvm.map;

import dev.gradus.tensor.DType;

/// Chooses the loop that turns tiles of one type into another.
final class CastSteps {
    private CastSteps() {}

    static TileStep cast(DType from, int a, DType to, int out) {
        return switch (from) {
            case FLOAT32 -> fromFloat32(a, to, out);
            case FLOAT64 -> fromFloat64(a, to, out);
            case INT32 -> fromInt32(a, to, out);
            case INT64 -> fromInt64(a, to, out);
            case UINT8 -> fromUint8(a, to, out);
            case BOOL -> fromBool(a, to, out);
        };
    }

    private static TileStep fromFloat32(int a, DType to, int out) {
        return switch (to) {
            case FLOAT32 -> throw new IllegalStateException("a cast to the same type is no step");
            case FLOAT64 ->
                    (t, n) ->
                            Casts.floatToDouble(t.floats[a], t.at[a], t.doubles[out], t.at[out], n);
            case INT32 ->
                    (t, n) -> Casts.floatToInt(t.floats[a], t.at[a], t.ints[out], t.at[out], n);
            case INT64 ->
                    (t, n) -> Casts.floatToLong(t.floats[a], t.at[a], t.longs[out], t.at[out], n);
            case UINT8 ->
                    (t, n) -> Casts.floatToUint8(t.floats[a], t.at[a], t.bytes[out], t.at[out], n);
            case BOOL ->
                    (t, n) -> Casts.floatToBool(t.floats[a], t.at[a], t.bytes[out], t.at[out], n);
        };
    }

    private static TileStep fromFloat64(int a, DType to, int out) {
        return switch (to) {
            case FLOAT32 ->
                    (t, n) ->
                            Casts.doubleToFloat(t.doubles[a], t.at[a], t.floats[out], t.at[out], n);
            case FLOAT64 -> throw new IllegalStateException("a cast to the same type is no step");
            case INT32 ->
                    (t, n) -> Casts.doubleToInt(t.doubles[a], t.at[a], t.ints[out], t.at[out], n);
            case INT64 ->
                    (t, n) -> Casts.doubleToLong(t.doubles[a], t.at[a], t.longs[out], t.at[out], n);
            case UINT8 ->
                    (t, n) ->
                            Casts.doubleToUint8(t.doubles[a], t.at[a], t.bytes[out], t.at[out], n);
            case BOOL ->
                    (t, n) -> Casts.doubleToBool(t.doubles[a], t.at[a], t.bytes[out], t.at[out], n);
        };
    }

    private static TileStep fromInt32(int a, DType to, int out) {
        return switch (to) {
            case FLOAT32 ->
                    (t, n) -> Casts.intToFloat(t.ints[a], t.at[a], t.floats[out], t.at[out], n);
            case FLOAT64 ->
                    (t, n) -> Casts.intToDouble(t.ints[a], t.at[a], t.doubles[out], t.at[out], n);
            case INT32 -> throw new IllegalStateException("a cast to the same type is no step");
            case INT64 -> (t, n) -> Casts.intToLong(t.ints[a], t.at[a], t.longs[out], t.at[out], n);
            case UINT8 ->
                    (t, n) -> Casts.intToUint8(t.ints[a], t.at[a], t.bytes[out], t.at[out], n);
            case BOOL -> (t, n) -> Casts.intToBool(t.ints[a], t.at[a], t.bytes[out], t.at[out], n);
        };
    }

    private static TileStep fromInt64(int a, DType to, int out) {
        return switch (to) {
            case FLOAT32 ->
                    (t, n) -> Casts.longToFloat(t.longs[a], t.at[a], t.floats[out], t.at[out], n);
            case FLOAT64 ->
                    (t, n) -> Casts.longToDouble(t.longs[a], t.at[a], t.doubles[out], t.at[out], n);
            case INT32 -> (t, n) -> Casts.longToInt(t.longs[a], t.at[a], t.ints[out], t.at[out], n);
            case INT64 -> throw new IllegalStateException("a cast to the same type is no step");
            case UINT8 ->
                    (t, n) -> Casts.longToUint8(t.longs[a], t.at[a], t.bytes[out], t.at[out], n);
            case BOOL ->
                    (t, n) -> Casts.longToBool(t.longs[a], t.at[a], t.bytes[out], t.at[out], n);
        };
    }

    private static TileStep fromUint8(int a, DType to, int out) {
        return switch (to) {
            case FLOAT32 ->
                    (t, n) -> Casts.uint8ToFloat(t.bytes[a], t.at[a], t.floats[out], t.at[out], n);
            case FLOAT64 ->
                    (t, n) ->
                            Casts.uint8ToDouble(t.bytes[a], t.at[a], t.doubles[out], t.at[out], n);
            case INT32 ->
                    (t, n) -> Casts.uint8ToInt(t.bytes[a], t.at[a], t.ints[out], t.at[out], n);
            case INT64 ->
                    (t, n) -> Casts.uint8ToLong(t.bytes[a], t.at[a], t.longs[out], t.at[out], n);
            case UINT8 -> throw new IllegalStateException("a cast to the same type is no step");
            case BOOL ->
                    (t, n) -> Casts.uint8ToBool(t.bytes[a], t.at[a], t.bytes[out], t.at[out], n);
        };
    }

    private static TileStep fromBool(int a, DType to, int out) {
        return switch (to) {
            case FLOAT32 ->
                    (t, n) -> Casts.boolToFloat(t.bytes[a], t.at[a], t.floats[out], t.at[out], n);
            case FLOAT64 ->
                    (t, n) -> Casts.boolToDouble(t.bytes[a], t.at[a], t.doubles[out], t.at[out], n);
            case INT32 -> (t, n) -> Casts.boolToInt(t.bytes[a], t.at[a], t.ints[out], t.at[out], n);
            case INT64 ->
                    (t, n) -> Casts.boolToLong(t.bytes[a], t.at[a], t.longs[out], t.at[out], n);
            case UINT8 ->
                    (t, n) -> Casts.boolToUint8(t.bytes[a], t.at[a], t.bytes[out], t.at[out], n);
            case BOOL -> throw new IllegalStateException("a cast to the same type is no step");
        };
    }
}
