package dev.gradus.cli.doctor;

import dev.gradus.cli.text.Numbers;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.data.fetch.DataFolders;
import java.io.UncheckedIOException;

/// Which data are there?
final class DataCheck {
    private DataCheck() {}

    static Finding bundled() {
        try {
            var fashion = FashionMnist.load();
            return Finding.good(
                    "Fashion-MNIST",
                    "bundled: %s to train, %s to validate, %s to test; checked by hash"
                            .formatted(
                                    Numbers.count(fashion.train().size()),
                                    Numbers.count(fashion.validation().size()),
                                    Numbers.count(fashion.test().size())));
        } catch (UncheckedIOException e) {
            return Finding.broken(
                    "Fashion-MNIST",
                    String.valueOf(e.getMessage()),
                    "Build or fetch Gradus again.");
        }
    }

    static Finding full() {
        return FashionMnist.find()
                .map(folder -> Finding.good("full Fashion-MNIST", "in " + folder))
                .orElse(
                        Finding.missing(
                                "full Fashion-MNIST",
                                "not on this machine (60,000 pictures to train instead of 10,000; optional)",
                                "Fetch it (30 MB) with gradus quickstart --full --fetch, install Debian's dataset-fashion-mnist, or name the folder that holds its files in %s."
                                        .formatted(DataFolders.VARIABLE)));
    }
}
