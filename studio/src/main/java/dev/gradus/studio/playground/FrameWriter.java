package dev.gradus.studio.playground;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Writes whole numbers of 32 bits and floats, little-endian, one after the other.
final class FrameWriter {
    private ByteBuffer buffer = room(1 << 16);

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void whole(int... numbers) {
        need(numbers.length);
        for (var number : numbers) {
            buffer.putInt(number);
        }
    }

    void numbers(float... numbers) {
        need(numbers.length);
        for (var number : numbers) {
            buffer.putFloat(number);
        }
    }

    private void need(int count) {
        var bytes = count * Float.BYTES;
        if (buffer.remaining() < bytes) {
            var larger = room(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            larger.put(buffer.flip());
            buffer = larger;
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
