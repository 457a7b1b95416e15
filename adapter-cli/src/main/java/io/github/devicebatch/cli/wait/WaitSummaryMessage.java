package io.github.devicebatch.cli.wait;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitResult;
import java.util.List;

/**
 * What is said on standard error when a wait ends: what it came to, and if that is not the end, where it stands and how to
 * go on.
 *
 * @param isReadElsewhere whether a person reads on standard output what the batches came to
 */
record WaitSummaryMessage(Messages messages, WaitText words, ResumeCommand again, boolean isReadElsewhere) {

    private static final int MOST = 20;

    void say(WaitState board) {
        List<WaitResult> unfinished = board.unfinished();
        String after = " after " + words.since(board.begun());
        if (!unfinished.isEmpty()) {
            messages.heading(reason(board.summary()) + after + ": " + unfinished.size() + " of "
                    + Phrases.of(board.summary().batches(), "batch", "batches") + " not over");
            sayWhere(unfinished);
            messages.heading("to take it up again:");
            again.lines(unfinished.stream().map(WaitResult::batch).toList()).forEach(messages::command);
        } else if (!isReadElsewhere) {
            messages.heading(board.summary() + after);
        }
    }

    private void sayWhere(List<WaitResult> unfinished) {
        List<WaitResult> untold = unfinished.stream()
                .filter(result -> !isReadElsewhere || result.ending() == WaitResult.Ending.INTERRUPTED)
                .toList();
        untold.stream()
                .limit(MOST)
                .forEach(result ->
                        messages.progress("  " + result.batch() + "  " + WaitResult.ResultInWords.of(result)));
        if (untold.size() > MOST) {
            messages.progress("  and " + (untold.size() - MOST) + " more");
        }
    }

    private static String reason(Summary summary) {
        if (summary.count(Verdict.INTERRUPTED) > 0) {
            return "interrupted";
        }
        if (summary.count(Verdict.TIMED_OUT) > 0) {
            return "timed out";
        }
        return summary.count(Verdict.STOPPED) > 0 ? "stopped as --fail-fast has it" : "given up";
    }
}
