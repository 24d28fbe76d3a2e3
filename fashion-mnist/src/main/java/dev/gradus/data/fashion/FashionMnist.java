package dev.gradus.data.fashion;

import dev.gradus.data.Dataset;
import dev.gradus.data.Origin;
import dev.gradus.data.Parts;
import dev.gradus.data.Split;
import dev.gradus.data.fetch.DataFolders;
import dev.gradus.data.fetch.Download;
import dev.gradus.data.fetch.DownloadProgress;
import dev.gradus.data.format.FormatException;
import dev.gradus.data.format.Idx;
import dev.gradus.tensor.Shape;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Small gray pictures of ten kinds of clothes, to be told apart: 28 × 28 pixels from 0 (black) to
/// 255.
///
/// [#load()] needs no network: 10,000 of the 60,000 training pictures (1,000 of each class) and all
/// 10,000 official test pictures come with the library. [#full] uses the whole training set where
/// it is found on this machine, [#fetch] gets it. Every file is checked by the SHA-256 of its
/// content before anything is made of it.
///
/// The library splits the validation part off the training pictures: a tenth of each class, by lot.
/// The test pictures are those Zalando set apart and are never trained on.
///
/// ```
/// var fashion = FashionMnist.load();
/// var batches = fashion.train().shuffled(1).batches(64);   // x: [64, 28, 28, 1]
/// ```
///
/// Source: Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747; MIT licence, Zalando SE.
public final class FashionMnist {
    /// The share of the training pictures that is kept for validation unless said otherwise.
    public static final double VALIDATION_FRACTION = 0.1;

    private static final String NAME = "Fashion-MNIST";
    private static final String FOLDER = "fashion-mnist";
    private static final Shape PICTURE = Shape.of(28, 28, 1);
    private static final List<String> CLASSES =
            List.of(
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot");
    private static final Origin ORIGIN =
            new Origin(
                    "https://github.com/zalandoresearch/fashion-mnist",
                    "MIT, Copyright (c) 2017 Zalando SE");

    private final Dataset training;
    private final Parts parts;

    private FashionMnist(Dataset training, Dataset test, double validationFraction, long seed) {
        this.training = training;
        var split =
                Split.fractions(1 - validationFraction, validationFraction, 0)
                        .seed(seed)
                        .of(training);
        this.parts = new Parts(split.train(), split.validation(), test);
    }

    /// Returns the bundled pictures: 9,000 to train, 1,000 to validate, 10,000 to test.
    ///
    /// @throws UncheckedIOException if the library's own files are damaged
    public static FashionMnist load() {
        try {
            return of(
                    NAME + " 10k",
                    FashionFile.BUNDLED_TRAIN_IMAGES.readBundled(),
                    FashionFile.BUNDLED_TRAIN_LABELS.readBundled(),
                    FashionFile.TEST_IMAGES.readBundled(),
                    FashionFile.TEST_LABELS.readBundled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the pictures in the four published files in `folder`, compressed or not: 54,000 to
    /// train, 6,000 to validate, 10,000 to test.
    ///
    /// @throws FormatException if a file is damaged or another one than published
    /// @throws IOException if a file is missing or cannot be read
    public static FashionMnist load(Path folder) throws IOException {
        return of(
                NAME,
                FashionFile.TRAIN_IMAGES.readFrom(folder),
                FashionFile.TRAIN_LABELS.readFrom(folder),
                FashionFile.TEST_IMAGES.readFrom(folder),
                FashionFile.TEST_LABELS.readFrom(folder));
    }

    /// Returns the pictures of the full set, from the first place on this machine where they are
    /// whole: the folder that the variable `GRADUS_DATA` names, the system's data sets
    /// (`/usr/share/datasets/fashion-mnist`), the user's cache.
    ///
    /// @throws FileNotFoundException if there is no such place; the message says where was looked
    /// @throws IOException if a file cannot be read
    public static FashionMnist full() throws IOException {
        return full(DataFolders.ofProcess());
    }

    static FashionMnist full(DataFolders folders) throws IOException {
        var tried = new ArrayList<String>();
        for (var folder : folders.candidates(FOLDER)) {
            if (!isIn(folder)) {
                tried.add(folder + ": not there");
                continue;
            }
            try {
                return load(folder);
            } catch (FormatException e) {
                tried.add(e.getMessage());
            }
        }
        throw new FileNotFoundException(
                "the full Fashion-MNIST is not on this machine. Fetch it (30 MB) with FashionMnist.fetch(), or put its four files into a folder and name that in %s. Looked in:\n  %s"
                        .formatted(DataFolders.VARIABLE, String.join("\n  ", tried)));
    }

    /// Returns the first folder on this machine that has the four files, whole or not; see [#full].
    public static Optional<Path> find() {
        return find(DataFolders.ofProcess());
    }

    static Optional<Path> find(DataFolders folders) {
        return folders.candidates(FOLDER).stream().filter(FashionMnist::isIn).findFirst();
    }

    private static boolean isIn(Path folder) {
        return FashionMirrors.FILES.stream().allMatch(file -> file.isIn(folder));
    }

    /// Fetches the full set (30 MB) into `GRADUS_DATA` or the user's cache and returns it. What is
    /// there already and whole is kept, what is damaged is fetched again.
    ///
    /// @throws dev.gradus.data.fetch.FetchException if no mirror could be reached
    /// @throws IOException if the folder cannot be written
    /// @throws InterruptedException if the thread is interrupted; what has arrived is kept for
    ///     later
    public static FashionMnist fetch(DownloadProgress progress)
            throws IOException, InterruptedException {
        var folder = DataFolders.ofProcess().target(FOLDER);
        FashionMirrors.ofPublished()
                .fetch(FashionMirrors.FILES, Download.ofProcess(), folder, progress);
        return load(folder);
    }

    /// Returns the same pictures with another validation part.
    ///
    /// @param fraction the share of each class, from 0 to 1
    /// @param seed another seed draws other pictures; without this it is 0
    /// @throws IllegalArgumentException if the fraction leaves a part without pictures of a class
    public FashionMnist validation(double fraction, long seed) {
        return new FashionMnist(training, parts.test(), fraction, seed);
    }

    /// Returns the pictures to learn from.
    public Dataset train() {
        return parts.train();
    }

    /// Returns the pictures to watch the training by.
    public Dataset validation() {
        return parts.validation();
    }

    /// Returns the 10,000 pictures to judge by at the end.
    public Dataset test() {
        return parts.test();
    }

    /// Returns the three parts together.
    public Parts parts() {
        return parts;
    }

    /// Returns the names of the ten classes, in the order of the labels.
    public static List<String> classes() {
        return CLASSES;
    }

    private static FashionMnist of(
            String name, Idx images, Idx labels, Idx testImages, Idx testLabels) {
        return new FashionMnist(
                dataset(name, images, labels),
                dataset(NAME + " test", testImages, testLabels),
                VALIDATION_FRACTION,
                0);
    }

    private static Dataset dataset(String name, Idx images, Idx labels) {
        var classOf = new int[labels.values().length];
        for (var i = 0; i < classOf.length; i++) {
            classOf[i] = labels.values()[i] & 0xFF;
        }
        return Dataset.of(name, images.values(), PICTURE, classOf, CLASSES).from(ORIGIN);
    }
}
