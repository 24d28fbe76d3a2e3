/// Chooses the part of the Fashion-MNIST training set that is bundled with the library.
///
/// The rule: of each class the images are put in the order of the SHA-256 of the text
/// `gradus fashion-mnist 1 INDEX`, where INDEX is the image's place in the training set, counted
/// from 0; the first 1,000 are taken and written in the order of the training set. So every class
/// has its share and anyone can check the choice.
///
/// Usage: `java tools/data/FashionMnistSubset.java ORIGINALS OUTPUT`, where ORIGINALS holds
/// `train-images-idx3-ubyte.gz` and `train-labels-idx1-ubyte.gz` as Zalando published them. Prints
/// the SHA-256 of the content of each file it writes.
import module java.base;

private static final int EACH = 1_000;
private static final int PIXELS = 28 * 28;
private static final int IMAGES_HEADER = 16;
private static final int LABELS_HEADER = 8;

void main(String[] arguments) throws Exception {
    var originals = Path.of(arguments[0]);
    var output = Path.of(arguments[1]);
    var images = unpacked(originals.resolve("train-images-idx3-ubyte.gz"));
    var labels = unpacked(originals.resolve("train-labels-idx1-ubyte.gz"));
    var chosen = choose(labels);

    var chosenImages = ByteBuffer.allocate(IMAGES_HEADER + chosen.size() * PIXELS);
    chosenImages.putInt(0x0803).putInt(chosen.size()).putInt(28).putInt(28);
    var chosenLabels = ByteBuffer.allocate(LABELS_HEADER + chosen.size());
    chosenLabels.putInt(0x0801).putInt(chosen.size());
    for (var index : chosen) {
        chosenImages.put(images, IMAGES_HEADER + index * PIXELS, PIXELS);
        chosenLabels.put(labels[LABELS_HEADER + index]);
    }
    write(output.resolve("train-10k-images-idx3-ubyte.gz"), chosenImages.array());
    write(output.resolve("train-10k-labels-idx1-ubyte.gz"), chosenLabels.array());
}

SortedSet<Integer> choose(byte[] labels) throws Exception {
    var chosen = new TreeSet<Integer>();
    for (var label = 0; label < 10; label++) {
        var byDigest = new TreeMap<String, Integer>();
        for (var index = 0; index < labels.length - LABELS_HEADER; index++) {
            if (labels[LABELS_HEADER + index] == label) {
                byDigest.put(sha256(("gradus fashion-mnist 1 " + index).getBytes()), index);
            }
        }
        byDigest.values().stream().limit(EACH).forEach(chosen::add);
    }
    return chosen;
}

byte[] unpacked(Path file) throws IOException {
    try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
        return stream.readAllBytes();
    }
}

void write(Path file, byte[] content) throws Exception {
    try (var stream = new BestGzip(Files.newOutputStream(file))) {
        stream.write(content);
    }
    IO.println("%s  %s".formatted(sha256(content), file.getFileName()));
}

String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
}

/// Gzip at its highest level, which the JDK's class offers to subclasses only.
static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
        super(out);
        def.setLevel(Deflater.BEST_COMPRESSION);
    }
}
