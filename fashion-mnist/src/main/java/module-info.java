/// Fashion-MNIST: 70,000 small pictures of clothes, bundled in part and found or fetched in full.
module dev.gradus.data.fashion {
    requires transitive dev.gradus.data;

    exports dev.gradus.data.fashion;
}
