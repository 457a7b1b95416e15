package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a device error means and what to do about it, without asking anybody. */
@Command(
        name = "explain",
        header = "Say what a device error means and what to do; asks nobody.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch explain [CODE|NAME]%n",
        footer = {"", "Examples:", "  devicebatch explain 808", "  devicebatch explain ZtdDeviceNotFound"})
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "CODE|NAME",
            arity = "0..1",
            description = "A number such as 808 or a name in any case; without it, the list of all.")
    private String error;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output output = new Output(surroundings.out());
        Ink ink = surroundings.colors().ink(ColorWhen.AUTO, StandardStream.OUT);
        Optional.ofNullable(error)
                .map(text -> Explanation.of(known(text.strip()), ink))
                .orElseGet(Explanation::ofAll)
                .forEach(output::line);
        return ExitCode.ANSWERED.number();
    }

    private static KnownDeviceError known(String text) {
        return KnownDeviceError.coded(text)
                .or(() -> KnownDeviceError.named(text))
                .orElseThrow(() -> new Misuse(Problem.of(
                        "no documented device error has the code or name \"" + Excerpt.of(text, 80) + "\"",
                        "devicebatch explain lists all; the vendor's list is open-ended, so support may know it")));
    }
}
