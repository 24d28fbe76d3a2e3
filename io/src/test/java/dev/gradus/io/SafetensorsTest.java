package dev.gradus.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTest {
    /// Returns a file with this header and so many bytes of numbers.
    private static byte[] file(String header, int bytes) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    private static Safetensors read(byte[] file) {
        return Safetensors.read(file, Limits.USUAL);
    }

    private static void refused(byte[] file, String... words) {
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> read(file))
                .satisfies(refusal -> assertThat(words).allMatch(refusal.getMessage()::contains));
    }

    @Test
    void theBytesAreThoseOfTheFormat() {
        var bytes = Safetensors.bytes(Map.of("w", Tensor.of(1f, -2f)), Map.of());

        var header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        var padded = header + " ".repeat(8 - header.length() % 8);
        var expected = ByteBuffer.wrap(file(padded, 8)).order(ByteOrder.LITTLE_ENDIAN);
        expected.position(8 + padded.length()).putFloat(1).putFloat(-2);
        assertThat(bytes).isEqualTo(expected.array());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackAsItWas(DType type, @TempDir Path folder) {
        var numbers = Tensor.arange(20_000).cast(type).reshape(100, 200);
        var file = folder.resolve("weights.safetensors");

        Safetensors.write(file, Map.of("numbers", numbers), Map.of("note", "für alle"));
        var back = Safetensors.read(file);

        var tensor = back.tensors().get("numbers");
        assertThat(tensor.type()).isEqualTo(type);
        assertThat(tensor.shape()).isEqualTo(numbers.shape());
        assertThat(tensor.toDoubles()).isEqualTo(numbers.toDoubles());
        assertThat(back.metadata()).containsExactly(Map.entry("note", "für alle"));
    }

    @Test
    void everyBitOfAFloatSurvives() {
        var random = new SplittableRandom(5);
        var floats = new float[1000];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = Float.intBitsToFloat(random.nextInt());
        }
        floats[0] = Float.NaN;
        floats[1] = Float.NEGATIVE_INFINITY;
        floats[2] = -0f;

        var back = read(Safetensors.bytes(Map.of("x", Tensor.of(floats)), Map.of()));

        var bits = new int[floats.length];
        var expected = new int[floats.length];
        var numbers = back.tensors().get("x").toFloats();
        for (var i = 0; i < floats.length; i++) {
            bits[i] = Float.floatToIntBits(numbers[i]);
            expected[i] = Float.floatToIntBits(floats[i]);
        }
        assertThat(bits).isEqualTo(expected);
    }

    @Test
    void scalarsEmptyTensorsAndNoTensorsAreFine() {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("empty", Tensor.zeros(0, 3));
        tensors.put("scalar", Tensor.scalar(4));
        tensors.put("empty too", Tensor.zeros(0));

        var back = read(Safetensors.bytes(tensors, Map.of())).tensors();

        assertThat(back.get("scalar").item()).isEqualTo(4);
        assertThat(back.get("empty").shape().toArray()).containsExactly(0, 3);
        assertThat(back).hasSize(3);
        assertThat(read(Safetensors.bytes(Map.of(), Map.of())).tensors()).isEmpty();
    }

    @Test
    void theOrderIsThatOfTheNumbersNotOfTheHeader() {
        var file =
                file(
                        "{\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]},"
                                + "\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}",
                        2);

        assertThat(read(file).tensors().keySet()).containsExactly("a", "b");
    }

    @Test
    void everyTruncationIsRefused() {
        var file = Safetensors.bytes(Map.of("w", Tensor.arange(50)), Map.of("a", "b"));

        for (var length = 0; length < file.length; length++) {
            refused(Arrays.copyOf(file, length));
        }
        refused(Arrays.copyOf(file, file.length + 1), "1 bytes follow the last tensor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [0,4]     | [1]    | F32  | 8  | 4 bytes follow the last tensor
                    [4,8]     | [1]    | F32  | 8  | leave a gap
                    [0,12]    | [3]    | F32  | 8  | claims the bytes [0, 12] of 8
                    [8,0]     | [2]    | F32  | 8  | claims the bytes [8, 0] of 8
                    [-4,4]    | [2]    | F32  | 8  | a list of whole numbers of 0 or more
                    [0,8]     | [-2]   | F32  | 8  | a list of whole numbers of 0 or more
                    [0,8]     | [3]    | F32  | 8  | claims 8 bytes: 12 were expected
                    [0,8]     | [2]    | F64  | 8  | claims 8 bytes: 16 were expected
                    [0,8]     | [2]    | BF16 | 8  | has the type BF16
                    [0,8]     | 2      | F32  | 8  | a list was expected
                    [0,8]     | [1.5]  | F32  | 8  | a list of whole numbers
                    [0]       | [2]    | F32  | 8  | claims the bytes [0] of 8
                    [0,8]     | [65536,65536]           | F32  | 8  | more than 2147483647 elements
                    [0,8]     | [99999999999]           | F32  | 8  | more than a tensor can have
                    [0,99999999999999999999] | [2]      | F32  | 8  | too large for a whole number
                    """)
    void aTensorThatDoesNotAddUpIsRefused(
            String offsets, String shape, String type, int bytes, String why) {
        var header =
                "{\"w\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
                        .formatted(type, shape, offsets);

        refused(file(header, bytes), why);
    }

    @Test
    void tensorsThatOverlapAreRefused() {
        var tensor = "{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}";
        var header =
                "{\"a\":" + tensor.formatted(4, 0, 4) + ",\"b\":" + tensor.formatted(3, 3, 6) + "}";

        refused(file(header, 6), "'b' begins at byte 3 where 4 was expected", "overlap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                            | begins with {
                    {"w"                          | no proper JSON
                    {}{}                          | something follows
                    {"w":1}                       | must be described by a JSON object
                    {"w":{}}                      | 'dtype': null, but text was expected
                    {"w":{"code":"x"}}            | the field 'code', which is not known
                    {"__metadata__":{"a":1}}      | text was expected
                    {"w":{},"w":{}}               | no proper JSON
                    """)
    void aHeaderThatIsNoneIsRefused(String header, String why) {
        refused(file(header, 0), why);
    }

    @Test
    void aHeaderNestedWithoutEndIsRefused() {
        refused(file("{\"w\":" + "[".repeat(100_000), 0), "no proper JSON");
    }

    @Test
    void aHeaderThatClaimsToBeHugeIsRefusedBeforeAnythingIsAllocated() {
        for (var length : new long[] {-1, Long.MIN_VALUE, 0, 1, 17 << 20, Long.MAX_VALUE}) {
            var file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
            refused(file.array(), "claim a header of");
        }
        var tooLong = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(57);
        refused(tooLong.array(), "57 bytes but only 56 follow");
    }

    @Test
    void truthValuesAreZeroOrOne() {
        var file = file("{\"w\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]}}", 1);
        file[file.length - 1] = 2;

        refused(file, "holds the byte 2");
    }

    @Test
    void limitsAreKept(@TempDir Path folder) {
        var file = folder.resolve("weights.safetensors");
        Safetensors.write(file, Map.of("a", Tensor.zeros(9), "b", Tensor.zeros(9)), Map.of());

        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> Safetensors.read(file, Limits.USUAL.fileBytes(50)))
                .withMessageContainingAll("bytes long", "at most 50");
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> Safetensors.read(file, new Limits(1000, 1000, 1, 1)))
                .withMessageContaining("2 tensors: at most 1");
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> Safetensors.read(folder.resolve("none")))
                .withMessageContaining("there is no file");
    }

    @Test
    void aTensorCannotTakeThePlaceOfTheNotes() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Safetensors.bytes(Map.of("__metadata__", Tensor.zeros(1)), Map.of()))
                .withMessageContaining("notes");
    }
}
