package io.github.devicebatch.cli.progress;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.output.WordWrap;
import io.github.devicebatch.domain.DeviceTally;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text about the progress of many batches, as one line or as several short ones. Any part but the numbers may be empty.
 *
 * @param done how many batches are done
 * @param total how many batches there are
 * @param doneText what "done" means
 * @param results the batches that are done, by result
 * @param open the other batches, by state
 * @param devices the devices of all batches, as far as they are known
 * @param failures the failed devices by code
 * @param pace the rate, and the time left
 * @param next when the next request is due
 */
public record ProgressText(
        int done,
        int total,
        String doneText,
        String results,
        String open,
        DeviceTally devices,
        String failures,
        String pace,
        String next) {

    private static final String INDENT = "  ";

    /**
     * Returns one line without what changes all the time: {@code 20 of 200 batches done (10%): 18 all registered, 2 some failed; 180
     * queued; 41 of 60 devices (68%); failed: 2 × 808}.
     */
    public String summary() {
        return batchCounts() + (results.isEmpty() ? "" : ": " + results) + after("; ", open, deviceCounts(), failures);
    }

    /** Returns one line with everything. */
    public String line() {
        return summary() + after("; ", pace, next);
    }

    /**
     * Returns short lines with everything, each broken between words where it is too long.
     *
     * @param elapsed the time since the beginning, for the first line
     * @param width the maximum width
     */
    public List<String> lines(String elapsed, int width) {
        String first = elapsed + INDENT + batchCounts() + after("; ", deviceCounts());
        return Stream.concat(wrapped(first, width), below(width, joined(results, open), failures, joined(pace, next)))
                .toList();
    }

    /** Returns the lines about failures, pace and the next request. */
    public List<String> details(int width) {
        return below(width, failures, joined(pace, next)).toList();
    }

    private static Stream<String> below(int width, String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).flatMap(line -> wrapped(INDENT + line, width));
    }

    /** Returns the same text without the next request. */
    public ProgressText withoutNext() {
        return new ProgressText(done, total, doneText, results, open, devices, failures, pace, "");
    }

    private static Stream<String> wrapped(String line, int width) {
        String indent = " ".repeat(line.length() - line.stripLeading().length());
        return WordWrap.lines(line.strip(), width - indent.length()).stream().map(part -> indent + part);
    }

    private String batchCounts() {
        return done + " of " + Phrases.count(total, "batch", "batches") + " " + doneText + share(done, total);
    }

    private String deviceCounts() {
        return devices.total() == 0
                ? ""
                : devices.settled() + " of " + Phrases.count(devices.total(), "device", "devices")
                        + share(devices.settled(), devices.total());
    }

    private static String share(int part, int total) {
        return " (" + (total == 0 ? 0 : part * 100L / total) + "%)";
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String after(String separator, String... parts) {
        String joined = joined(parts);
        return joined.isEmpty() ? "" : separator + joined;
    }
}
