package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.FileFailure;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.SettingException;
import io.github.devicebatch.http.SettingFileException;
import io.github.devicebatch.http.file.FileErrors;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File with certificate authorities in PEM, read.
 *
 * @param name its name as given
 * @param source the option or variable that has it
 */
record CaFile(String name, String source) {

    private static final int MAX_NAME_LENGTH = 300;

    /**
     * Reads the file, if a setting names one.
     *
     * @throws UsageException if it can't be read or has no certificate in PEM
     */
    static Optional<CaFile> read(CommandSettings settings) {
        Optional<CaFile> file = settings.library()
                .caFileVariable()
                .map(variable -> new CaFile(settings.find(variable).orElseThrow(), settings.source(variable)));
        file.ifPresent(given -> given.check(settings));
        return file;
    }

    private void check(CommandSettings settings) {
        try {
            Path.of(name);
            settings.library().trust();
        } catch (InvalidPathException invalid) {
            throw unusable(FileFailure.reason(invalid));
        } catch (SettingException unusable) {
            throw unusable(unusable.reason());
        } catch (IOException failure) {
            throw unusable(reason(failure));
        }
    }

    /** The library drops the failure of a file that may be a secret and not a name, as a CA file never is. */
    private String reason(IOException failure) {
        if (failure.getCause() instanceof IOException cause) {
            return FileFailure.reason(cause);
        }
        boolean isMissing =
                failure instanceof SettingFileException unnamed && FileErrors.MISSING.equals(unnamed.getReason());
        return FileFailure.reason(isMissing ? new NoSuchFileException(name) : failure);
    }

    private UsageException unusable(String why) {
        return new UsageException(Problem.of(
                "cannot use the CA file of " + source + ": "
                        + Excerpt.ofBothEnds(name, MAX_NAME_LENGTH).text(),
                why,
                source.equals(NetworkOptions.CA_FILE)
                        ? "give a file with certificates in PEM (-----BEGIN CERTIFICATE-----)"
                        : "correct or unset " + source + ", or give --ca-file FILE"));
    }

    String describe() {
        return "trusted certificates: those of the Java runtime, and of " + name + " (" + source + ")";
    }
}
