package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option {@code --accept}: device errors that count as success. */
final class AcceptOption {

    private static final Pattern CODE_OR_NAME = Pattern.compile("\\d{1,9}|\\p{Alpha}\\w{0,99}");

    @Option(
            names = "--accept",
            paramLabel = "CODE",
            split = ",",
            completionCandidates = DocumentedErrors.class,
            description =
                    "Count devices with this error as registered: a code or name, such as 806. Repeatable. Default: none.")
    private List<String> accept = List.of();

    /**
     * Returns the accepted errors, after a note about each one that is not documented.
     *
     * @throws UsageException if a value is neither a code nor a name
     */
    AcceptedErrors errors(Messages messages) {
        List<String> errors = accept.stream().map(String::strip).toList();
        errors.stream()
                .filter(error -> !CODE_OR_NAME.matcher(error).matches())
                .findFirst()
                .ifPresent(invalid -> {
                    throw new UsageException(Problem.of(
                            "--accept: " + Converters.quoted(invalid)
                                    + " is neither the code nor the name of a device error",
                            "--accept 806, or see devicebatch explain"));
                });
        errors.stream()
                .filter(error -> !isDocumented(error))
                .distinct()
                .forEach(error -> messages.note(
                        "--accept: " + error + " is not a documented device error; see devicebatch explain"));
        return AcceptedErrors.of(errors);
    }

    private static boolean isDocumented(String error) {
        return KnownDeviceError.byName(error)
                .or(() -> KnownDeviceError.byCode(error))
                .isPresent();
    }

    /** Codes and names that a shell completes. */
    static final class DocumentedErrors implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(KnownDeviceError.values())
                    .flatMap(error -> Stream.concat(error.code().stream(), Stream.of(error.vendorName())))
                    .iterator();
        }
    }
}
