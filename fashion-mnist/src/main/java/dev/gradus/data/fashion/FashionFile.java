package dev.gradus.data.fashion;

import dev.gradus.data.fetch.Verification;
import dev.gradus.data.format.FormatException;
import dev.gradus.data.format.GzipInput;
import dev.gradus.data.format.Idx;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The files of Fashion-MNIST and how to recognise each by its unpacked content.
///
/// The hashes of the published four are those of the files that Zalando published, unpacked;
/// distributions pack the same content differently.
enum FashionFile {
    TRAIN_IMAGES(
            "train-images-idx3-ubyte",
            47_040_016,
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
    TRAIN_LABELS(
            "train-labels-idx1-ubyte",
            60_008,
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte",
            7_840_016,
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
    TEST_LABELS(
            "t10k-labels-idx1-ubyte",
            10_008,
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
    BUNDLED_TRAIN_IMAGES(
            "train-10k-images-idx3-ubyte",
            7_840_016,
            "4bc480fdd3b0fe293844fc13c0b8b1ac67e48a9663b71443a6be641d164e7ef0"),
    BUNDLED_TRAIN_LABELS(
            "train-10k-labels-idx1-ubyte",
            10_008,
            "f8d2174505fe1961d2a6e6e089dc077d91dcfb151526f95ca96809d7ff47af07");

    private final String plainName;
    private final long contentBytes;
    private final String contentSha256;

    FashionFile(String plainName, long contentBytes, String contentSha256) {
        this.plainName = plainName;
        this.contentBytes = contentBytes;
        this.contentSha256 = contentSha256;
    }

    /// Returns the name of the compressed file.
    String compressedName() {
        return plainName + ".gz";
    }

    /// Returns how long the compressed file may be: no longer than the content it holds.
    long mostBytes() {
        return contentBytes;
    }

    /// Returns the check that accepts this file alone.
    Verification verification() {
        return Verification.contentSha256(contentSha256, contentBytes);
    }

    /// Returns whether `folder` has this file, compressed or not.
    boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(compressedName()))
                || Files.isRegularFile(folder.resolve(plainName));
    }

    /// Reads and checks this file in `folder`, compressed or not.
    Idx readFrom(Path folder) throws IOException {
        var compressed = folder.resolve(compressedName());
        var file = Files.isRegularFile(compressed) ? compressed : folder.resolve(plainName);
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException(
                    "%s is not in %s: Fashion-MNIST is four files, fetch() gets them"
                            .formatted(compressedName(), folder));
        }
        return readChecked(Files.newInputStream(file), file.toString());
    }

    /// Reads and checks this file among those that come with the library.
    Idx readBundled() throws IOException {
        var stream = FashionFile.class.getResourceAsStream(compressedName());
        if (stream == null) {
            throw new FileNotFoundException(
                    "%s is missing from the library's jar: install it again"
                            .formatted(compressedName()));
        }
        return readChecked(stream, compressedName());
    }

    private Idx readChecked(InputStream stream, String place) throws IOException {
        try (var hashing = new DigestInputStream(GzipInput.unpacked(stream), sha256())) {
            var idx = Idx.read(hashing, contentBytes);
            var found = HexFormat.of().formatHex(hashing.getMessageDigest().digest());
            if (!found.equals(contentSha256)) {
                throw new FormatException(
                        "it is another file: the SHA-256 of its content is %s, expected is %s"
                                .formatted(found, contentSha256));
            }
            return idx;
        } catch (FormatException e) {
            throw new FormatException(
                    "%s is damaged and will not be used; delete it and fetch it again: %s"
                            .formatted(place, e.getMessage()),
                    e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
