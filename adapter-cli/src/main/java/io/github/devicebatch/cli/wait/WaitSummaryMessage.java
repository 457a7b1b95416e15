package io.github.devicebatch.cli.wait;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.progress.MostFrequent;
import io.github.devicebatch.domain.BatchReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Message on standard error at the end of a wait: the summary, or the state of the unfinished batches and the command that
 * resumes the wait.
 *
 * @param tableIsRead whether a table on standard output shows the results to the same reader
 */
record WaitSummaryMessage(Messages messages, WaitText text, ResumeCommand resume, boolean tableIsRead) {

    private static final int MAX_LISTED_BATCHES = 20;

    void write(WaitState state) {
        write(state, reason(state.summary()));
    }

    /**
     * Writes the message for an error that ends the wait.
     *
     * @param all all batches. The resume command has all of them if their results are lost, or could not be written after every batch has
     *     ended
     * @param isLost whether the results of the other batches are lost
     */
    void writeAfterError(WaitState state, Collection<BatchReference> all, boolean isLost) {
        if (isLost || state.unfinished().isEmpty()) {
            messages.heading("ended by an error" + after(state) + ": the output is not complete");
            list(state.unfinished());
            resume(List.copyOf(all));
        } else {
            write(state, "ended by an error");
        }
    }

    private String after(WaitState state) {
        return " after " + text.elapsedSince(state.begun());
    }

    private void resume(List<BatchReference> batches) {
        messages.heading("to resume:");
        resume.lines(batches).forEach(messages::command);
    }

    private void write(WaitState state, String reason) {
        List<WaitResult> unfinished = state.unfinished();
        String after = after(state);
        if (!unfinished.isEmpty()) {
            messages.heading(reason + after + ": " + standing(unfinished, state.summary()));
            list(unfinished);
            resume(unfinished.stream().map(WaitResult::batch).toList());
        } else if (!tableIsRead) {
            messages.heading(state.summary() + after);
        }
    }

    /** Returns how many batches stand where: {@code 2 of 3 batches still running}. */
    private static String standing(List<WaitResult> unfinished, Summary summary) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        unfinished.forEach(result -> counts.merge(result.standing(), 1, Integer::sum));
        String batches = (unfinished.size() == summary.batches() ? "" : unfinished.size() + " of ")
                + Phrases.count(summary.batches(), "batch", "batches");
        return counts.size() == 1
                ? batches + " " + unfinished.getFirst().standing()
                : batches + " not complete: " + MostFrequent.text(counts, (standing, count) -> count + " " + standing);
    }

    /** A batch without a request is only counted. */
    private void list(List<WaitResult> unfinished) {
        List<WaitResult> unread = unfinished.stream()
                .filter(result -> result.verdict() != Verdict.NOT_ASKED)
                .filter(result -> !tableIsRead || result.ending() == WaitResult.Ending.INTERRUPTED)
                .toList();
        unread.stream()
                .limit(MAX_LISTED_BATCHES)
                .forEach(result -> messages.progress("  " + result.batch() + "  " + result.describe()));
        if (unread.size() > MAX_LISTED_BATCHES) {
            messages.progress("  and " + (unread.size() - MAX_LISTED_BATCHES) + " more");
        }
    }

    private static String reason(Summary summary) {
        if (summary.count(Verdict.INTERRUPTED) > 0) {
            return "interrupted";
        }
        if (summary.count(Verdict.TIMED_OUT) > 0) {
            return "timed out";
        }
        if (summary.count(Verdict.REFUSED) > 0) {
            return "refused";
        }
        return summary.count(Verdict.STOPPED) + summary.count(Verdict.NOT_ASKED) > 0
                ? "stopped by --fail-fast"
                : "gave up";
    }
}
