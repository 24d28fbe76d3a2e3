package dev.gradus.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    private static final byte[] TWO_BY_THREE = bytes("00000802 00000002 00000003 000102 FD FE FF");

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }

    private static byte[] compressed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(content);
        }
        return packed.toByteArray();
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> Idx.read(content))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void readsSizesAndValuesPlainOrCompressed() throws IOException {
        for (var content : new byte[][] {TWO_BY_THREE, compressed(TWO_BY_THREE)}) {
            var idx = Idx.read(content);
            assertThat(idx.sizes()).containsExactly(2, 3);
            assertThat(idx.values()).containsExactly(0, 1, 2, 0xFD, 0xFE, 0xFF);
        }
    }

    @Test
    void readsCompressedFilesWithANameInTheirHeader() throws IOException {
        var packed = compressed(TWO_BY_THREE);
        var named = new ByteArrayOutputStream();
        packed[3] = 8;
        named.write(packed, 0, 10);
        named.write(new byte[] {'a', '.', 'i', 0});
        named.write(packed, 10, packed.length - 10);
        assertThat(Idx.read(named.toByteArray()).sizes()).containsExactly(2, 3);
    }

    @Test
    void readsAnEmptyArray() throws IOException {
        assertThat(Idx.read(bytes("00000801 00000000")).values()).isEmpty();
    }

    @Test
    void refusesForeignFiles() {
        assertRefused(bytes("89504E47 0D0A1A0A"), "begins with 89 50");
        assertRefused(bytes("00000D01 00000001 00000000"), "type 0x0d");
        assertRefused(bytes("00000800"), "0 axes");
        assertRefused(bytes("00000805"), "5 axes");
        assertRefused(new byte[0], "ends within its header");
        assertRefused(bytes("00000802 00000002"), "ends within its header");
    }

    @Test
    void refusesTooFewAndTooManyValues() {
        assertRefused(
                Arrays.copyOf(TWO_BY_THREE, TWO_BY_THREE.length - 1),
                "ends after 5 of the 6 values");
        assertRefused(
                Arrays.copyOf(TWO_BY_THREE, TWO_BY_THREE.length + 1), "goes on after the 6 values");
    }

    @Test
    void takesNoMemoryOnTheWordOfAHeader() {
        // claims as much as may be read at all, and holds nothing
        var claim = new LargestRequest(bytes("00000802 00004000 00004000"));
        assertThatThrownBy(() -> Idx.read(claim, Idx.DEFAULT_LIMIT))
                .hasMessageContaining("ends after 0 of the 268435456 values");
        assertThat(claim.largest).isLessThan(1 << 20);
    }

    private static final class LargestRequest extends ByteArrayInputStream {
        private int largest;

        LargestRequest(byte[] content) {
            super(content);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            largest = Math.max(largest, target.length);
            return super.read(target, offset, length);
        }
    }

    @Test
    void refusesMoreThanTheLimit() throws IOException {
        assertRefused(bytes("00000803 FFFFFFFF FFFFFFFF FFFFFFFF"), "at most 268435456 are read");
        assertRefused(bytes("00000802 00000000 FFFFFFFF"), "at most 268435456 are read");
        assertThatThrownBy(() -> Idx.read(new ByteArrayInputStream(TWO_BY_THREE), 5))
                .hasMessage("this IDX file claims at least 6 values; at most 5 are read");
        assertThat(Idx.read(new ByteArrayInputStream(TWO_BY_THREE), 6).values()).hasSize(6);
    }

    @Test
    void refusesDamagedGzipWhereverItIsDamaged() throws IOException {
        var packed = compressed(TWO_BY_THREE);
        for (var length = 2; length < packed.length; length++) {
            assertRefused(Arrays.copyOf(packed, length), "get the file again");
        }
        assertRefused(Arrays.copyOf(packed, packed.length + 1), "behind the end of the gzip data");
        for (var i = packed.length - 8; i < packed.length; i++) {
            var changed = packed.clone();
            changed[i] ^= 1;
            assertRefused(changed, "checksum is wrong");
        }
        for (var i = 10; i < packed.length - 8; i++) {
            var changed = packed.clone();
            changed[i] ^= 0x55;
            assertThatThrownBy(() -> Idx.read(changed)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void stopsUnpackingAtTheLimit() throws IOException {
        var bomb = compressed(Arrays.copyOf(bytes("00000801 00000004"), 50_000_000));
        assertRefused(bomb, "goes on after the 4 values");
    }

    @Test
    void namesTheFile(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("broken.idx"), new byte[] {1, 2, 3, 4});
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("broken.idx: not an IDX file");
    }
}
