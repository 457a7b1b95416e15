package io.github.devicebatch.cli.command;

import io.github.devicebatch.application.upload.UploadJoin;
import io.github.devicebatch.application.watch.BatchSurvey;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.options.ConnectionOptions;
import io.github.devicebatch.cli.options.FailedOptions;
import io.github.devicebatch.cli.options.OutputTarget;
import io.github.devicebatch.cli.options.ReferenceOptions;
import io.github.devicebatch.cli.output.OutputFile;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.GracefulShutdown;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.cli.upload.FailedCounts;
import io.github.devicebatch.cli.upload.FailedJson;
import io.github.devicebatch.cli.upload.FailedLines;
import io.github.devicebatch.cli.upload.FailedMessages;
import io.github.devicebatch.cli.upload.IncludedLines;
import io.github.devicebatch.cli.upload.Inclusion;
import io.github.devicebatch.cli.upload.UploadFile;
import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.PartnerCenter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subcommand {@code failed}: writes the lines of an uploaded file that are worth uploading again. */
@Command(
        name = "failed",
        header = "Write the lines of the uploaded file that are worth uploading again.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch failed [OPTIONS] REF... --from UPLOAD.csv%n",
        sortOptions = false,
        footer = {
            "",
            "The lines are written as they stand in UPLOAD.csv: with its header, columns,",
            "encoding and line ends. stderr lists the others: why, and what to do first.",
            "",
            "Exit codes:",
            "  0  the lines are written, and every line and row was joined",
            "  1  a bug",
            "  2  bad usage or configuration, or UPLOAD.csv cannot be read",
            "  3  the lines are written, but some lines or rows cannot be joined or are pending",
            "  4  not authenticated, or forbidden",
            "  5  not found",
            "  6  unavailable after up to 4 attempts, or a proxy refuses the connection",
            "  7  unreadable response",
            "  8  a batch is still queued or processing; nothing is written",
            "",
            "Examples:",
            "  devicebatch failed CUSTOMER/TRACKING --from upload.csv > again.csv",
            "  devicebatch failed CUSTOMER/TRACKING --from upload.csv --include all -o csv=again.csv -o json"
        })
public final class FailedCommand implements Callable<Integer> {

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReferenceOptions references = new ReferenceOptions();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            description =
                    "The CSV file that was uploaded as these batches; comma, semicolon or tab; UTF-8, UTF-16 or ANSI.")
    private Path from;

    @Option(
            names = "--include",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "Failed lines to write, by what helps: ${COMPLETION-CANDIDATES}. Repeatable. Default: as-is, those that can be uploaded at once.")
    private List<Inclusion> inclusions = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nRequest:%n")
    private ConnectionOptions connection = new ConnectionOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private FailedOptions output = new FailedOptions();

    public FailedCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<OutputTarget<FailedOptions.Format>> targets = output.targets();
        UploadFile file = new UploadFile(from);
        file.open().close();
        AcceptedErrors accepted = output.acceptedErrors(context);
        BatchRequest request = BatchRequest.read(spec, connection, references, context);
        return new GracefulShutdown(context.host().shutdown())
                .run(() -> run(request, file, targets, accepted))
                .number();
    }

    private ExitCode run(
            BatchRequest request,
            UploadFile file,
            List<OutputTarget<FailedOptions.Format>> targets,
            AcceptedErrors accepted)
            throws InterruptedException {
        Messages messages = output.messages(context);
        var unavailableText = new UnavailableText(context.clock());
        var progress = new StatusProgress(messages, unavailableText, context.pause());
        var rows = new FinalRows(messages, unavailableText, request.signIn());
        try (PartnerCenter partnerCenter = StatusCommand.build(request.partnerCenter()
                .time(context.time(), progress, context.wallClock())
                .listener(progress))) {
            BatchSurvey.of(partnerCenter.batchStatus().accepting(accepted), connection.concurrency())
                    .ask(new LinkedHashSet<>(request.batches()), rows);
        }
        return rows.exitCode() == ExitCode.ANSWERED
                ? write(rows.join(), selection(file, rows.batches()), targets, messages)
                : rows.exitCode();
    }

    private FailedLines selection(UploadFile file, List<BatchReference> batches) {
        return FailedLines.of(file, batches, inclusions.isEmpty() ? List.of(Inclusion.AS_IS) : inclusions);
    }

    private ExitCode write(
            UploadJoin rows,
            FailedLines selection,
            List<OutputTarget<FailedOptions.Format>> targets,
            Messages messages) {
        FailedCounts counts = new FailedCounts();
        List<FailedLines.Listener> listeners = new ArrayList<>(List.of(counts));
        List<OutputFile> files = new ArrayList<>();
        try {
            for (OutputTarget<FailedOptions.Format> target : targets) {
                Optional<OutputFile> file = target.file().map(path -> OutputFile.create(path, context.pause()));
                file.ifPresent(files::add);
                StandardOutput out = file.map(StandardOutput::new).orElseGet(() -> new StandardOutput(context.out()));
                listeners.add(
                        switch (target.format()) {
                            case CSV -> new IncludedLines(out);
                            case JSON -> new FailedJson(out, counts);
                        });
            }
            listeners.add(new FailedMessages(messages, counts));
            selection.select(rows, listeners);
            files.forEach(OutputFile::commit);
            return counts.exitCode();
        } finally {
            files.forEach(OutputFile::close);
        }
    }
}
