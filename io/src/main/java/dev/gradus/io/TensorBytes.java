package dev.gradus.io;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Numbers as bytes, the lowest byte first, whatever the machine.
final class TensorBytes {
    /// How many numbers are turned into bytes at a time.
    private static final int CHUNK = 8192;

    private TensorBytes() {}

    /// Returns the name of a type in the format.
    static String code(DType type) {
        return switch (type) {
            case BOOL -> "BOOL";
            case UINT8 -> "U8";
            case INT32 -> "I32";
            case INT64 -> "I64";
            case FLOAT32 -> "F32";
            case FLOAT64 -> "F64";
        };
    }

    /// Returns the type of this name, if it is one of ours.
    static Optional<DType> type(String code) {
        return Arrays.stream(DType.values()).filter(type -> code(type).equals(code)).findFirst();
    }

    static void write(OutputStream out, Buffer numbers) throws IOException {
        var bytes =
                ByteBuffer.allocate(CHUNK * numbers.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (var from = 0; from < numbers.size(); from += CHUNK) {
            var count = Math.min(CHUNK, numbers.size() - from);
            switch (numbers) {
                case Buffer.Floats floats -> bytes.asFloatBuffer().put(floats.values, from, count);
                case Buffer.Doubles doubles ->
                        bytes.asDoubleBuffer().put(doubles.values, from, count);
                case Buffer.Integers integers ->
                        bytes.asIntBuffer().put(integers.values, from, count);
                case Buffer.Longs longs -> bytes.asLongBuffer().put(longs.values, from, count);
                case Buffer.Bytes small -> bytes.put(0, small.values, from, count);
            }
            out.write(bytes.array(), 0, count * numbers.type().bytes());
        }
    }

    static Buffer read(String name, DType type, ByteBuffer bytes) {
        var count = bytes.remaining() / type.bytes();
        var ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case FLOAT32 -> {
                var values = new float[count];
                ordered.asFloatBuffer().get(values);
                yield new Buffer.Floats(values);
            }
            case FLOAT64 -> {
                var values = new double[count];
                ordered.asDoubleBuffer().get(values);
                yield new Buffer.Doubles(values);
            }
            case INT32 -> {
                var values = new int[count];
                ordered.asIntBuffer().get(values);
                yield new Buffer.Integers(values);
            }
            case INT64 -> {
                var values = new long[count];
                ordered.asLongBuffer().get(values);
                yield new Buffer.Longs(values);
            }
            case UINT8, BOOL -> {
                var values = new byte[count];
                ordered.get(values);
                if (type == DType.BOOL) {
                    checkTruth(name, values);
                }
                yield new Buffer.Bytes(type, values);
            }
        };
    }

    private static void checkTruth(String name, byte[] values) {
        for (var value : values) {
            if (value != 0 && value != 1) {
                throw new ModelFileException(
                        "tensor '%s' is of type bool but holds the byte %d: 0 or 1 was expected"
                                .formatted(name, value));
            }
        }
    }
}
