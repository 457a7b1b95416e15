package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Writer of the fields that several JSON documents share: devices, counts, trace and summary. Product keys are masked. */
record CommonJson(JsonFields fields) {

    /** Writes the number of devices by outcome. */
    void tally(String name, DeviceTally tally) {
        fields.json().writeStartObject(name);
        fields.number("total", tally.total());
        fields.number("registered", tally.registered());
        fields.number("failed", tally.failed());
        fields.number("unsettled", tally.unsettled());
        fields.number("accepted", tally.accepted());
        fields.json().writeEnd();
    }

    void devices(String name, List<DeviceStatus> devices, Predicate<DeviceStatus> accepted) {
        fields.json().writeStartArray(name);
        devices.forEach(device -> device(device, accepted));
        fields.json().writeEnd();
    }

    private void device(DeviceStatus device, Predicate<DeviceStatus> accepted) {
        Optional<KnownDeviceError> known = device.error().flatMap(DeviceError::known);
        fields.json().writeStartObject();
        fields.text("deviceId", device.deviceId());
        fields.text("serialNumber", device.serialNumber());
        fields.text("productKey", device.productKey());
        fields.text("status", device.state().text());
        fields.text("outcome", JsonFields.outcome(device, accepted));
        fields.text("errorCode", device.error().flatMap(DeviceError::code));
        fields.text("errorName", device.error().flatMap(DeviceError::name));
        fields.text("meaning", known.map(KnownDeviceError::meaning));
        fields.text("remedy", known.map(KnownDeviceError::remedy));
        fields.json().writeEnd();
    }

    void trace(Trace trace) {
        fields.json().writeStartObject("trace");
        fields.number("attempts", trace.attempts());
        fields.number("elapsedMillis", trace.elapsed().toMillis());
        fields.number("httpStatus", trace.httpStatus());
        fields.text("requestId", trace.requestId());
        fields.text("correlationId", trace.correlationId());
        serverIds(trace.serverIds());
        fields.json().writeStartArray("earlierCauses");
        trace.earlierCauses().forEach(cause -> fields.json().write(JsonFields.word(cause)));
        fields.json().writeEnd();
        fields.json().writeEnd();
    }

    private void serverIds(ServerIds ids) {
        fields.text("serverRequestId", ids.requestId());
        fields.text("serverCorrelationId", ids.correlationId());
        fields.text("correlationVector", ids.correlationVector());
        fields.text("serverId", ids.serverId());
    }

    /** Writes the summary of answers. */
    void summaryOfAnswers(Summary summary) {
        counts(summary, Verdict.OF_ANSWERS);
        new TotalsJson(fields).write(summary.totals());
        exitCode(summary);
    }

    /** Writes the summary of waits, which also counts requests and has the endings of a wait. */
    void summaryOfWaits(Summary summary) {
        counts(summary, EnumSet.allOf(Verdict.class));
        fields.number("questions", summary.requests());
        new TotalsJson(fields).write(summary.totals());
        exitCode(summary);
    }

    private void counts(Summary summary, Set<Verdict> verdicts) {
        fields.number("batches", summary.batches());
        verdicts.forEach(verdict -> fields.number(JsonFields.word(verdict), summary.count(verdict)));
    }

    /** Writes null after an interruption: the exit status depends on the signal, which is not known here. */
    private void exitCode(Summary summary) {
        if (summary.exitCode() == ExitCode.INTERRUPTED) {
            fields.json().writeNull("exitCode");
        } else {
            fields.number("exitCode", summary.exitCode().number());
        }
    }
}
