package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of devicebatch, from the resources of the build. */
public final class ProgramVersion {

    private static final String RESOURCE = "/io/github/devicebatch/cli/version.properties";

    private ProgramVersion() {}

    public static String number() {
        try (InputStream resource = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version", "unknown");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
