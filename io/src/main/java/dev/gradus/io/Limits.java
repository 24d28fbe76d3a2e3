package dev.gradus.io;

/// How much a file from anywhere may ask for before it is refused.
///
/// @param fileBytes the longest file
/// @param headerBytes the longest description: the header of weights, the text in a model file
/// @param tensors the most tensors
/// @param exampleNumbers the most numbers in one example a network may be built for
public record Limits(long fileBytes, int headerBytes, int tensors, int exampleNumbers) {
    /// What is allowed unless said otherwise: files of 2 GB, 16 MB of description, 100,000 tensors,
    /// examples of 16 million numbers.
    public static final Limits USUAL =
            new Limits(Integer.MAX_VALUE - 8, 16 << 20, 100_000, 1 << 24);

    /// Checks that the limits can be kept: files are read into one array.
    public Limits {
        if (fileBytes < 1 || fileBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "files of at most %d bytes cannot be promised: give 1 to %d"
                            .formatted(fileBytes, Integer.MAX_VALUE - 8));
        }
        if (headerBytes < 1 || tensors < 1 || exampleNumbers < 1) {
            throw new IllegalArgumentException(
                    "limits of %d header bytes, %d tensors and %d numbers allow nothing: give 1 or more"
                            .formatted(headerBytes, tensors, exampleNumbers));
        }
    }

    /// Returns these limits with another longest file.
    public Limits fileBytes(long most) {
        return new Limits(most, headerBytes, tensors, exampleNumbers);
    }
}
