package dev.gradus.data.fetch;

/// Is told how far the fetching of a file has come, many times a second.
@FunctionalInterface
public interface DownloadProgress {
    /// Keeps silent.
    DownloadProgress SILENT = (_, _, _) -> {};

    /// @param file the file's name
    /// @param done how many bytes have arrived, counting those of an earlier, interrupted attempt
    /// @param total how many there will be, or -1 if the server did not say
    void bytes(String file, long done, long total);
}
