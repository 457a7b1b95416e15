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
import picocli.CommandLine.Parameters;

/** The subcommand {@code explain}: describes device errors, without any request. */
@Command(
        name = "explain",
        header = "Explain a device error and its remedy; works offline.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch explain [CODE|NAME]%n",
        footer = {"", "Examples:", "  devicebatch explain 808", "  devicebatch explain ZtdDeviceNotFound"})
public final class ExplainCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(
            paramLabel = "CODE|NAME",
            arity = "0..1",
            description = "A code such as 808 or a name in any case; without it, all errors are listed.")
    private String error;

    public ExplainCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StandardOutput output = new StandardOutput(context.out());
        TextStyle style = context.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
        Optional.ofNullable(error)
                .map(text -> DeviceErrorText.explain(known(text.strip()), style))
                .orElseGet(DeviceErrorText::list)
                .forEach(output::line);
        return ExitCode.ANSWERED.number();
    }

    private static KnownDeviceError known(String text) {
        return KnownDeviceError.byCode(text)
                .or(() -> KnownDeviceError.byName(text))
                .orElseThrow(
                        () -> new UsageException(
                                Problem.of(
                                        "no documented device error has the code or name \""
                                                + Excerpt.ofBothEnds(text, 80) + "\"",
                                        "devicebatch explain lists all; Microsoft's list is not complete, so vendor support may know it")));
    }
}
