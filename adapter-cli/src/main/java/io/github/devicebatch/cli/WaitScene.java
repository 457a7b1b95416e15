package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

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
record WaitScene(
        WaitBoard board,
        ServiceTrouble trouble,
        WaitReport report,
        WaitView view,
        Messages messages,
        UnavailableInWords words) {

    /** Sets it up as options, variables and terminals have it. */
    static WaitScene of(Surroundings surroundings, ShowingOptions showing, WaitBoard board) {
        var trouble = new ServiceTrouble(new UnavailableInWords(surroundings.clock()));
        var progress = new ProgressInWords(surroundings.clock());
        if (showing.verbosity() == Verbosity.NOTHING) {
            return scene(surroundings, showing, board, trouble, new NoView());
        }
        if (!surroundings.drawsInPlace()) {
            var lines = new LineView(showing.messages(surroundings), board, trouble, progress);
            return scene(surroundings, showing, board, trouble, lines);
        }
        var live = new LiveLines(surroundings.err(), surroundings.time());
        var view = new LiveView(live, board, trouble, progress, surroundings.columns());
        return scene(around(live, surroundings), showing, board, trouble, view);
    }

    private static WaitScene scene(
            Surroundings surroundings, ShowingOptions showing, WaitBoard board, ServiceTrouble trouble, WaitView view) {
        return new WaitScene(
                board,
                trouble,
                showing.waitReport(surroundings),
                view,
                showing.messages(surroundings),
                new UnavailableInWords(surroundings.clock()));
    }

    /** Whatever goes to the same terminal makes room for itself. */
    private static Surroundings around(LiveLines live, Surroundings surroundings) {
        boolean together = surroundings.terminals().test(StandardStream.OUT);
        OutputStream out = surroundings.out();
        return surroundings.with(
                together ? live.around(out) : out, new PrintStream(live.around(surroundings.err()), true, UTF_8));
    }
}
