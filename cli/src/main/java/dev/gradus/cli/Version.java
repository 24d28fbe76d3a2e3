package dev.gradus.cli;

import dev.gradus.io.Provenance;
import picocli.CommandLine.IVersionProvider;

/// Says which Gradus on which Java this is.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "Gradus %s, Java %s"
                    .formatted(Provenance.libraryVersion(), System.getProperty("java.version"))
        };
    }
}
