package dev.gradus.data.fashion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.data.Dataset;
import dev.gradus.data.fetch.DataFolders;
import dev.gradus.data.format.FormatException;
import dev.gradus.tensor.Shape;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
    private static DataFolders folders(Path home) {
        return new DataFolders(Map.of("GRADUS_DATA", home.toString()), "Windows", home);
    }

    private static int[] all(int count) {
        var counts = new int[10];
        Arrays.fill(counts, count);
        return counts;
    }

    @Test
    void loadsBundledPicturesInThreeBalancedParts() {
        var fashion = FashionMnist.load();
        assertThat(fashion.train().classCounts()).isEqualTo(all(900));
        assertThat(fashion.validation().classCounts()).isEqualTo(all(100));
        assertThat(fashion.test().classCounts()).isEqualTo(all(1_000));
        assertThat(fashion.train().exampleShape()).isEqualTo(Shape.of(28, 28, 1));
        assertThat(fashion.train().classes()).isEqualTo(FashionMnist.classes()).hasSize(10);
        assertThat(fashion.train().origin().licence()).startsWith("MIT");
        assertThat(fashion.test().name()).isEqualTo("Fashion-MNIST test");
    }

    @Test
    void readsTheOfficialTestSet() {
        var test = FashionMnist.load().test();
        assertThat(test.classes().get(test.label(0))).isEqualTo("Ankle boot");
        assertThat(test.classes().get(test.label(1))).isEqualTo("Pullover");
        var summary = test.summary();
        assertThat(summary.minimum()).isZero();
        assertThat(summary.maximum()).isEqualTo(255);
        assertThat(summary.missing()).isZero();
    }

    @Test
    void noPictureIsInTwoParts() {
        var fashion = FashionMnist.load();
        var seen = new HashSet<String>();
        for (var part : new Dataset[] {fashion.train(), fashion.validation(), fashion.test()}) {
            for (var i = 0; i < part.size(); i++) {
                assertThat(seen.add(Arrays.toString(part.features(i)))).isTrue();
            }
        }
    }

    @Test
    void validationPartIsDrawnAnewWithAnotherSeedAndTheTestPartStays() {
        var fashion = FashionMnist.load();
        var other = fashion.validation(0.15, 7);
        assertThat(other.train().size()).isEqualTo(8_500);
        assertThat(other.validation().classCounts()).isEqualTo(all(150));
        assertThat(other.test().hash()).isEqualTo(fashion.test().hash());
        assertThat(fashion.validation(0.1, 0).train().hash()).isEqualTo(fashion.train().hash());
        assertThat(fashion.validation(0.1, 1).train().hash()).isNotEqualTo(fashion.train().hash());
    }

    @Test
    void jarStatesTheLicenceAndStaysSmall() throws IOException {
        var bytes = 0L;
        for (var file :
                new FashionFile[] {
                    FashionFile.BUNDLED_TRAIN_IMAGES,
                    FashionFile.BUNDLED_TRAIN_LABELS,
                    FashionFile.TEST_IMAGES,
                    FashionFile.TEST_LABELS
                }) {
            bytes += resource(file.compressedName()).length;
        }
        assertThat(bytes).isLessThan(10_000_000);
        assertThat(new String(resource("LICENSE-Fashion-MNIST.txt"), StandardCharsets.UTF_8))
                .contains("The MIT License", "Zalando SE", "github.com/zalandoresearch");
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = FashionMnist.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void refusesFilesThatAreDamagedOrMissing(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> FashionMnist.load(folder))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("train-images-idx3-ubyte.gz is not in " + folder);
        var damaged = resource("t10k-images-idx3-ubyte.gz");
        damaged[damaged.length / 2] ^= 1;
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), damaged);
        assertThatThrownBy(() -> FashionFile.TEST_IMAGES.readFrom(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is damaged and will not be used");
        Files.write(
                folder.resolve("t10k-labels-idx1-ubyte.gz"),
                resource("train-10k-labels-idx1-ubyte.gz"));
        assertThatThrownBy(() -> FashionFile.TEST_LABELS.readFrom(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("it is another file");
    }

    @Test
    void readsPlainFilesToo(@TempDir Path folder) throws IOException {
        var plain = FashionFile.TEST_LABELS.readBundled().values();
        var header = HexFormat.of().parseHex("0000080100002710");
        var content = Arrays.copyOf(header, 8 + plain.length);
        System.arraycopy(plain, 0, content, 8, plain.length);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), content);
        assertThat(FashionFile.TEST_LABELS.readFrom(folder).values()).isEqualTo(plain);
    }

    @Test
    void saysWhereItLookedForTheFullSet(@TempDir Path home) throws IOException {
        assertThat(FashionMnist.find(folders(home))).isEmpty();
        assertThatThrownBy(() -> FashionMnist.full(folders(home)))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("FashionMnist.fetch()")
                .hasMessageContaining(home.resolve("fashion-mnist") + ": not there");
    }

    @Test
    void passesOverADamagedCopyOfTheFullSet(@TempDir Path home) throws IOException {
        for (var file : FashionMirrors.FILES) {
            Files.write(home.resolve(file.compressedName()), new byte[] {0x1F, (byte) 0x8B, 8});
        }
        assertThat(FashionMnist.find(folders(home))).contains(home);
        assertThatThrownBy(() -> FashionMnist.full(folders(home)))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("is damaged and will not be used")
                .hasMessageContaining(home.resolve("AppData") + "");
    }

    @Test
    void bundledPicturesAreThoseTheRuleChooses() throws Exception {
        var found = FashionMnist.find();
        assumeTrue(found.isPresent(), "needs the full set on this machine");
        var labels = FashionFile.TRAIN_LABELS.readFrom(found.get()).values();
        var images = FashionFile.TRAIN_IMAGES.readFrom(found.get()).values();
        var sha256 = MessageDigest.getInstance("SHA-256");
        var chosen = new boolean[labels.length];
        for (var label = 0; label < 10; label++) {
            var byDigest = new TreeMap<String, Integer>();
            for (var i = 0; i < labels.length; i++) {
                if (labels[i] == label) {
                    var text = "gradus fashion-mnist 1 " + i;
                    var digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
                    byDigest.put(HexFormat.of().formatHex(digest), i);
                }
            }
            byDigest.values().stream().limit(1_000).forEach(i -> chosen[i] = true);
        }
        var bundled = FashionFile.BUNDLED_TRAIN_IMAGES.readBundled().values();
        var bundledLabels = FashionFile.BUNDLED_TRAIN_LABELS.readBundled().values();
        var next = 0;
        for (var i = 0; i < labels.length; i++) {
            if (chosen[i]) {
                assertThat(bundledLabels[next]).isEqualTo(labels[i]);
                var from = i * 784;
                var same =
                        Arrays.equals(
                                bundled, next * 784, next * 784 + 784, images, from, from + 784);
                assertThat(same).isTrue();
                next++;
            }
        }
        assertThat(next).isEqualTo(10_000);
    }

    @Test
    void fullSetHasSixtyThousandPicturesToTrainAndValidate() throws IOException {
        var found = FashionMnist.find();
        assumeTrue(found.isPresent(), "needs the full set on this machine");
        var fashion = FashionMnist.load(found.get());
        assertThat(fashion.train().classCounts()).isEqualTo(all(5_400));
        assertThat(fashion.validation().classCounts()).isEqualTo(all(600));
        assertThat(fashion.test().hash()).isEqualTo(FashionMnist.load().test().hash());
    }
}
