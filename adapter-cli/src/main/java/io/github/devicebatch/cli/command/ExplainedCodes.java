package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.KnownFault;
import io.github.devicebatch.cli.message.EntraError;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.output.table.DeviceErrorText;
import io.github.devicebatch.cli.output.table.Explanation;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The codes that {@code explain} knows: device errors by code or name, faults of Partner Center, AADSTS numbers of the identity
 * platform, and exit codes. As an iterable it has the words that the shell completes.
 */
final class ExplainedCodes implements Iterable<String> {

    private static final Pattern AADSTS = Pattern.compile("(?i)\\b(?:AADSTS)?(\\d{4,9})\\b.*", Pattern.DOTALL);
    private static final Pattern EXIT = Pattern.compile("(?i)exit[ -]?(\\d{1,3})");

    /** Returns the explanations of a code, because services may use the same number; empty for an unknown one. */
    static List<Explanation> find(String code) {
        return Stream.of(deviceError(code), faults(code), entraError(code), exitCode(code))
                .flatMap(explanations -> explanations)
                .toList();
    }

    /** Returns the AADSTS number that a text begins with, known or not. */
    static Optional<String> aadstsNumber(String code) {
        Matcher matcher = AADSTS.matcher(code);
        return code.toUpperCase(Locale.ROOT).startsWith("AADSTS") && matcher.matches()
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static Stream<Explanation> deviceError(String code) {
        return KnownDeviceError.byCode(code)
                .or(() -> KnownDeviceError.byName(code))
                .map(DeviceErrorText::explain)
                .stream();
    }

    private static Stream<Explanation> faults(String code) {
        return Arrays.stream(KnownFault.values())
                .filter(fault -> fault.codes().contains(code))
                .map(fault -> Explanation.of(
                        code + " of Partner Center, HTTP " + fault.httpStatus(), fault.meaning(), fault.remedy()));
    }

    private static Stream<Explanation> entraError(String code) {
        Matcher matcher = AADSTS.matcher(code);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return EntraError.byNumber(number)
                .map(error -> Explanation.of(
                        "AADSTS" + number + " of the identity platform", error.meaning(), error.remedy()))
                .stream();
    }

    private static Stream<Explanation> exitCode(String code) {
        Matcher matcher = EXIT.matcher(code);
        return matcher.matches()
                ? Arrays.stream(ExitCode.values())
                        .filter(exit -> exit.number() == Integer.parseInt(matcher.group(1)))
                        .map(exit -> Explanation.of("exit code " + exit.number(), exit.meaning(), exit.remedy()))
                : Stream.empty();
    }

    /** Returns the words that the shell completes; without the exit codes' second spelling. */
    @Override
    public Iterator<String> iterator() {
        Stream<String> deviceErrors = Arrays.stream(KnownDeviceError.values())
                .flatMap(error -> Stream.concat(error.code().stream(), Stream.of(error.vendorName())));
        Stream<String> faults = Arrays.stream(KnownFault.values())
                .flatMap(fault -> fault.codes().stream().sorted());
        Stream<String> numbers = Arrays.stream(EntraError.values())
                .flatMap(error -> error.numbers().stream())
                .map(number -> "AADSTS" + number);
        Stream<String> exits = Arrays.stream(ExitCode.values()).map(exit -> "exit-" + exit.number());
        return Stream.of(deviceErrors, faults, numbers, exits)
                .flatMap(words -> words)
                .iterator();
    }
}
