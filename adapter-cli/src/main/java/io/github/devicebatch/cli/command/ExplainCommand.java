package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.output.DeviceErrorText;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
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
public final class ExplainCommand implements Callable<Integer> {

    private final CliContext surroundings;

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

    public ExplainCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        StandardOutput output = new StandardOutput(surroundings.out());
        TextStyle ink = surroundings.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
        Optional.ofNullable(error)
                .map(text -> DeviceErrorText.explain(known(text.strip()), ink))
                .orElseGet(DeviceErrorText::list)
                .forEach(output::line);
        return ExitCode.ANSWERED.number();
    }

    private static KnownDeviceError known(String text) {
        return KnownDeviceError.coded(text)
                .or(() -> KnownDeviceError.named(text))
                .orElseThrow(() -> new UsageException(Problem.of(
                        "no documented device error has the code or name \"" + Excerpt.of(text, 80) + "\"",
                        "devicebatch explain lists all; the vendor's list is open-ended, so support may know it")));
    }
}
