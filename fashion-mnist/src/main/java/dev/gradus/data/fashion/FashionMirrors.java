package dev.gradus.data.fashion;

import dev.gradus.data.fetch.Download;
import dev.gradus.data.fetch.DownloadProgress;
import dev.gradus.data.fetch.RemoteFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The places that offer the four files of Fashion-MNIST.
///
/// @param folders the addresses of their folders, best first; each ends in a slash
record FashionMirrors(List<URI> folders) {
    static final List<FashionFile> FILES =
            List.of(
                    FashionFile.TRAIN_IMAGES,
                    FashionFile.TRAIN_LABELS,
                    FashionFile.TEST_IMAGES,
                    FashionFile.TEST_LABELS);

    /// Returns Zalando's repository, the copy that Keras uses and Zalando's bucket. The last has no
    /// HTTPS; what it gives is checked like all the rest.
    static FashionMirrors ofPublished() {
        return new FashionMirrors(
                List.of(
                        URI.create(
                                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
                        URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
                        URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")));
    }

    /// Fetches into `folder` those of `files` that are not there whole.
    void fetch(List<FashionFile> files, Download download, Path folder, DownloadProgress progress)
            throws IOException, InterruptedException {
        for (var file : files) {
            download.fetch(remote(file), folder, progress);
        }
    }

    private RemoteFile remote(FashionFile file) {
        var mirrors = folders.stream().map(at -> at.resolve(file.compressedName())).toList();
        return new RemoteFile(
                file.compressedName(), mirrors, file.mostBytes(), file.verification());
    }
}
