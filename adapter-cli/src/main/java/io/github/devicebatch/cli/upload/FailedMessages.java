package io.github.devicebatch.cli.upload;

import io.github.devicebatch.application.upload.JoinedUpload;
import io.github.devicebatch.application.upload.LineResult;
import io.github.devicebatch.application.upload.Mismatch;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.upload.UploadFile.Line;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages about the lines that were not written: how many there are, why, and what has to be done first. Not thread-safe. */
public final class FailedMessages implements FailedLines.Listener {

    private static final String INDENT = "  ";
    private static final String NO_ERROR = "no error named";

    private final Messages messages;
    private final FailedCounts counts;
    private final Map<ReuploadAdvice, Map<String, Places>> leftOut = new LinkedHashMap<>();
    private final Map<Mismatch, Places> lines = new LinkedHashMap<>();
    private final Map<Mismatch, Places> rows = new LinkedHashMap<>();
    private final Places unsettled = new Places();

    /** Creates the messages; {@code counts} receives each line before this does. */
    public FailedMessages(Messages messages, FailedCounts counts) {
        this.messages = messages;
        this.counts = counts;
    }

    @Override
    public void line(Line line, LineResult result, boolean isIncluded) {
        String place = "line " + line.number();
        String named = place + serialNumber(line.device().serialNumber());
        switch (result) {
            case LineResult.Registered registered -> {
                // only counted
            }
            case LineResult.Accepted accepted -> {
                // only counted
            }
            case LineResult.Unsettled pending -> unsettled.add(place);
            case LineResult.Failed failed when isIncluded -> {
                // written
            }
            case LineResult.Failed failed ->
                leftOut.computeIfAbsent(failed.advice(), advice -> new LinkedHashMap<>())
                        .computeIfAbsent(reason(failed), reason -> new Places())
                        .add(place);
            case LineResult.NotJoined notJoined ->
                lines.computeIfAbsent(notJoined.mismatch(), mismatch -> new Places())
                        .add(named);
        }
    }

    private static String serialNumber(Optional<String> text) {
        return text.map(serial -> " (" + serial.strip() + ")").orElse("");
    }

    private static String reason(LineResult.Failed failed) {
        return failed.errors().isEmpty()
                ? NO_ERROR + ": " + remedy(Optional.empty())
                : failed.errors().stream()
                        .map(error -> error + ": " + remedy(error.known()))
                        .collect(Collectors.joining("; or "));
    }

    private static String remedy(Optional<KnownDeviceError> known) {
        return known.map(KnownDeviceError::shortRemedy).orElse("ask vendor support");
    }

    @Override
    public void row(BatchReference batch, JoinedUpload.RowWithoutLine row) {
        rows.computeIfAbsent(row.mismatch(), mismatch -> new Places())
                .add("row " + (row.position() + 1) + serialNumber(row.serialNumber())
                        + (row.batch() == 0 ? "" : " of " + batch));
    }

    @Override
    public void end() {
        messages.progress(Phrases.count(counts.lines(), "line", "lines") + ": " + counts.written() + " written, "
                + counts.registered() + " registered, "
                + (counts.accepted() == 0 ? "" : counts.accepted() + " accepted, ")
                + (counts.failed() - counts.written()) + " failed and left out"
                + (counts.unsettled() == 0 ? "" : ", " + counts.unsettled() + " pending")
                + (counts.notJoined() == 0 ? "" : ", " + counts.notJoined() + " not joined"));
        for (ReuploadAdvice advice : ReuploadAdvice.values()) {
            Optional.ofNullable(leftOut.get(advice)).ifPresent(reasons -> leftOut(advice, reasons));
        }
        if (counts.unsettled() > 0) {
            messages.progress("pending, although the batch is final; check later: " + unsettled);
        }
        if (counts.notJoined() + counts.rowsWithoutLine() > 0) {
            notJoined();
        }
    }

    private void leftOut(ReuploadAdvice advice, Map<String, Places> reasons) {
        String count = Phrases.count(counts.failed(advice), "line", "lines");
        messages.progress(Inclusion.of(advice)
                .map(inclusion -> "--include " + inclusion + " adds " + count + "; to do first:")
                .orElse("uploading again does not help " + count + ":"));
        reasons.forEach((reason, places) -> messages.progress(INDENT + reason + ": " + places));
    }

    /** Writes the places at any verbosity, because they are not in the output. */
    private void notJoined() {
        String what = List.of(
                        count(counts.notJoined(), "line of the file", "lines of the file"),
                        count(counts.rowsWithoutLine(), "row of the service", "rows of the service"))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        lines.forEach((mismatch, places) -> messages.progress(places + ": " + mismatch.description()));
        rows.forEach((mismatch, places) -> messages.progress(places + ": " + mismatch.description()));
        messages.failure(Problem.of(
                "cannot be joined, and not written: " + what,
                first(lines).or(() -> first(rows)).orElseThrow().description(),
                "check that --from is the file that was uploaded as this batch, unchanged; -o json lists every line"));
    }

    private static Optional<String> count(int count, String singular, String plural) {
        return count == 0 ? Optional.empty() : Optional.of(Phrases.count(count, singular, plural));
    }

    private static Optional<Mismatch> first(Map<Mismatch, Places> places) {
        return places.keySet().stream().findFirst();
    }

    /** The first places of the same kind, and how many there are. */
    private static final class Places {

        private static final int SHOWN = 10;

        private final StringBuilder shown = new StringBuilder();
        private int count;

        void add(String place) {
            if (count++ < SHOWN) {
                shown.append(count == 1 ? "" : ", ").append(place);
            }
        }

        @Override
        public String toString() {
            return count <= SHOWN ? shown.toString() : shown + " and " + (count - SHOWN) + " more";
        }
    }
}
