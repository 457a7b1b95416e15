package io.github.devicebatch.cli.report;

import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.DurationText;
import io.github.devicebatch.cli.output.BatchText;
import io.github.devicebatch.cli.output.ReportContent;
import io.github.devicebatch.cli.output.ReportContent.Batch;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Texts about batches that all documents contain; not yet escaped. */
final class BatchFacts {

    private BatchFacts() {}

    /** Returns the headline of a report. */
    static String headline(ReportContent content) {
        return content.batches().isEmpty() ? "no batch" : content.summary().toString();
    }

    /** Returns what is known about a batch: its devices, or why there is no status. */
    static String description(Batch batch) {
        return batch.status()
                .map(status -> BatchText.counts(status.tally()))
                .or(batch::detail)
                .orElse("");
    }

    /** Returns times and state as names and values, without the missing ones. */
    static Map<String, String> facts(Batch batch) {
        Map<String, String> facts = new LinkedHashMap<>();
        batch.status().ifPresent(status -> add(status, facts));
        batch.trace().ifPresent(trace -> add(trace, facts));
        return facts;
    }

    private static void add(BatchStatus status, Map<String, String> facts) {
        facts.put("state", status.state().text());
        put("started", status.startedTime(), facts);
        put("completed", status.completedTime(), facts);
        put("took", status.duration().map(DurationText::format), facts);
    }

    /** Adds the ids for vendor support. */
    private static void add(Trace trace, Map<String, String> facts) {
        put(
                "request id",
                trace.serverIds().requestId().or(() -> trace.requestId().map(UUID::toString)),
                facts);
        put(
                "correlation id",
                trace.serverIds().correlationId().or(() -> trace.correlationId().map(UUID::toString)),
                facts);
        put("correlation vector", trace.serverIds().correlationVector(), facts);
        put("server id", trace.serverIds().serverId(), facts);
    }

    private static void put(String name, Optional<?> value, Map<String, String> facts) {
        value.ifPresent(present -> facts.put(name, present.toString()));
    }

    /** Returns the number of devices by result, without those that have none. */
    static Map<DeviceRow.Result, Integer> counts(BatchTotals totals) {
        Map<DeviceRow.Result, Integer> counts = new LinkedHashMap<>();
        counts.put(DeviceRow.Result.REGISTERED, totals.devices().registered());
        counts.put(DeviceRow.Result.ACCEPTED, totals.devices().accepted());
        counts.put(DeviceRow.Result.FAILED, totals.devices().failed());
        counts.put(DeviceRow.Result.PENDING, totals.devices().unsettled());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** Returns the errors, the accepted ones last. */
    static List<BatchTotals.ErrorTotal> errors(BatchTotals totals) {
        List<BatchTotals.ErrorTotal> errors = new ArrayList<>(totals.errors());
        errors.addAll(totals.acceptedErrors());
        return errors;
    }
}
