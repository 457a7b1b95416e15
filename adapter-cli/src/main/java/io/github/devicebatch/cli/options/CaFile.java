package io.github.devicebatch.cli.options;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.cli.input.InputFile;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.TrustSettings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * File with certificate authorities in PEM, read.
 *
 * @param given its name, and the option or variable that has it
 */
record CaFile(NetworkSettings.Given given, TrustSettings trust) {

    private static final int MAX_NAME_LENGTH = 300;

    /**
     * Reads the file.
     *
     * @throws UsageException if it can't be read or has no certificate in PEM
     */
    static CaFile read(NetworkSettings.Given given) {
        try {
            return new CaFile(given, TrustSettings.system().withAuthoritiesIn(Path.of(given.value())));
        } catch (InvalidPathException invalid) {
            throw unusable(given, InputFile.reason(invalid));
        } catch (IllegalArgumentException malformed) {
            throw unusable(given, requireNonNull(malformed.getMessage()));
        } catch (IOException failure) {
            throw unusable(given, InputFile.reason(failure));
        }
    }

    private static UsageException unusable(NetworkSettings.Given given, String why) {
        return new UsageException(Problem.of(
                "cannot use the CA file of " + given.source() + ": "
                        + Excerpt.ofBothEnds(given.value(), MAX_NAME_LENGTH).text(),
                why,
                given.source().equals(NetworkOptions.CA_FILE)
                        ? "give a file with certificates in PEM (-----BEGIN CERTIFICATE-----)"
                        : "correct or unset " + given.source() + ", or give --ca-file FILE"));
    }

    String describe() {
        return "trusted certificates: those of the Java runtime, and of " + given.value() + " (" + given.source() + ")";
    }
}
