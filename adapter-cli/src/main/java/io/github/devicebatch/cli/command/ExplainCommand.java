package io.github.devicebatch.cli.command;

import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.output.table.DeviceErrorText;
import io.github.devicebatch.cli.output.table.Explanation;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.ColorPolicy;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.Excerpt;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The subcommand {@code explain}: describes error codes and exit codes, without any request. */
@Command(
        name = "explain",
        header = "Explain an error code and its remedy; works offline.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch explain [CODE|NAME]%n",
        footer = {
            "",
            "Codes: device errors such as 808 or ZtdDeviceNotFound, faults of Partner Center",
            "such as 900421, errors of the identity platform such as AADSTS50097, and exit",
            "codes such as exit-4.",
            "",
            "Examples:",
            "  devicebatch explain 808",
            "  devicebatch explain ZtdDeviceNotFound",
            "  devicebatch explain AADSTS50097",
            "  devicebatch explain exit-4"
        })
public final class ExplainCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(
            paramLabel = "CODE|NAME",
            arity = "0..*",
            completionCandidates = ExplainedCodes.class,
            description = "A code or a name in any case; without it, all device errors are listed.")
    private List<String> words = List.of();

    public ExplainCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StandardOutput output = new StandardOutput(context.out());
        TextStyle style = context.colors().textStyle(ColorPolicy.Mode.AUTO, StandardStream.OUT);
        List<String> lines = words.isEmpty()
                ? DeviceErrorText.list(context.outputColumns())
                : known(String.join(" ", words).strip()).stream()
                        .flatMap(explanation -> explanation.lines(style).stream())
                        .toList();
        lines.forEach(output::line);
        return ExitCode.ANSWERED.number();
    }

    private static List<Explanation> known(String code) {
        List<Explanation> explanations = ExplainedCodes.find(code);
        if (explanations.isEmpty()) {
            throw new UsageException(unknown(code));
        }
        return explanations;
    }

    private static Problem unknown(String code) {
        return ExplainedCodes.aadstsNumber(code)
                .map(number -> Problem.of(
                        "no explanation of AADSTS" + number,
                        "the vendor explains it at https://login.microsoftonline.com/error?code=" + number))
                .orElseGet(() -> Problem.of(
                        "no documented error has the code or name \"" + Excerpt.ofBothEnds(code, 80) + "\"",
                        "devicebatch explain lists all device errors, devicebatch help explain the kinds of codes; Microsoft's"
                                + " list is not complete, so vendor support may know it"));
    }
}
