package io.pactwatch.cli;

import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar, with those of the platform. */
public final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(VersionProvider.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {
            "pactwatch " + version, "Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version()
        };
    }
}
