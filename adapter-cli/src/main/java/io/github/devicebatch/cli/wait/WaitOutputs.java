package io.github.devicebatch.cli.wait;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.LiveRegion;
import io.github.devicebatch.cli.terminal.StandardStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a wait is seen: what it shows on standard output, and what a person sees of it on standard error.
 *
 * @param board where the batches stand
 * @param trouble what keeps the service from answering
 * @param report what goes to standard output
 * @param view what goes to standard error while it lasts
 * @param messages what else goes to standard error
 * @param words speaks of the service
 */
record WaitOutputs(
        WaitState board,
        OutageTracker trouble,
        WaitReport report,
        ProgressView view,
        Messages messages,
        UnavailableText words) {

    /** Sets it up as options, variables and terminals have it. */
    static WaitOutputs of(CliContext surroundings, OutputOptions showing, WaitState board) {
        var trouble = new OutageTracker(new UnavailableText(surroundings.clock()));
        var progress = new WaitText(surroundings.clock());
        if (showing.verbosity() == Messages.Verbosity.NOTHING) {
            return scene(surroundings, showing, board, trouble, new ProgressView.Silent());
        }
        if (!surroundings.drawsInPlace()) {
            var lines = new LineProgress(showing.messages(surroundings), board, trouble, progress);
            return scene(surroundings, showing, board, trouble, lines);
        }
        var live = new LiveRegion(surroundings.err(), surroundings.time());
        var view = new LiveProgress(live, board, trouble, progress, surroundings.columns());
        return scene(around(live, surroundings), showing, board, trouble, view);
    }

    private static WaitOutputs scene(
            CliContext surroundings, OutputOptions showing, WaitState board, OutageTracker trouble, ProgressView view) {
        return new WaitOutputs(
                board,
                trouble,
                showing.waitReport(surroundings),
                view,
                showing.messages(surroundings),
                new UnavailableText(surroundings.clock()));
    }

    /** Whatever goes to the same terminal makes room for itself. */
    private static CliContext around(LiveRegion live, CliContext surroundings) {
        boolean together = surroundings.terminals().test(StandardStream.OUT);
        OutputStream out = surroundings.out();
        return surroundings.with(
                together ? live.around(out) : out, new PrintStream(live.around(surroundings.err()), true, UTF_8));
    }
}
