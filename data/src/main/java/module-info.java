/// Labelled examples: read, fetched, split, prepared and handed out in batches.
module dev.gradus.data {
    requires transitive dev.gradus.tensor;
    requires java.desktop;
    requires java.net.http;

    exports dev.gradus.data;
    exports dev.gradus.data.fetch;
    exports dev.gradus.data.format;
    exports dev.gradus.data.image;
}
