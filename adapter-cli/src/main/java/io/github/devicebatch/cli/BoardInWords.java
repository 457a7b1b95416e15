package io.github.devicebatch.cli;

import io.github.devicebatch.domain.BatchProgress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in one line where many batches stand: {@code 20 of 200 done: 18 all registered, 2 some failed; 180 queued}. */
final class BoardInWords {

    private static final int MOST_KINDS = 4;

    private BoardInWords() {}

    static String of(WaitBoard board) {
        int done = board.summary().batches();
        String counts = board.summary().counts();
        return done + " of " + (done + board.open().size()) + " done" + (counts.isEmpty() ? "" : ": " + counts)
                + (board.open().isEmpty() ? "" : "; " + open(board));
    }

    /** Counts the open ones by their state, most frequent first. */
    static String open(WaitBoard board) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        board.open().values().forEach(batch -> kinds.merge(kind(batch), 1, Integer::sum));
        String most = kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_KINDS)
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return kinds.size() > MOST_KINDS ? most + ", …" : most;
    }

    private static String kind(OpenBatch batch) {
        return batch.last()
                .progress()
                .map(BatchProgress::state)
                .map(ProgressInWords::state)
                .orElse(batch.questions() == 0 ? "not answered yet" : "not described yet");
    }
}
