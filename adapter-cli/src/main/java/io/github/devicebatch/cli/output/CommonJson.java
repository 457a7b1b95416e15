package io.github.devicebatch.cli.output;

import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.message.ExitCode;
import io.github.devicebatch.cli.message.Verdict;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes devices, and how many there are, as members of the current JSON object; product keys stay masked. */
record CommonJson(JsonFields members) {

    void counts(DeviceTally tally) {
        members.json().writeStartObject("counts");
        members.number("total", tally.total());
        members.number("registered", tally.registered());
        members.number("failed", tally.failed());
        members.number("unsettled", tally.unsettled());
        members.json().writeEnd();
    }

    void list(String name, List<DeviceStatus> devices) {
        members.json().writeStartArray(name);
        devices.forEach(this::write);
        members.json().writeEnd();
    }

    private void write(DeviceStatus device) {
        Optional<KnownDeviceError> known = device.error().flatMap(DeviceError::known);
        members.json().writeStartObject();
        members.text("deviceId", device.deviceId());
        members.text("serialNumber", device.serialNumber());
        members.text("productKey", device.productKey());
        members.text("status", device.state().text());
        members.word("outcome", device.outcome());
        members.text("errorCode", device.error().flatMap(DeviceError::code));
        members.text("errorName", device.error().flatMap(DeviceError::name));
        members.text("meaning", known.map(KnownDeviceError::meaning));
        members.text("remedy", known.map(KnownDeviceError::remedy));
        members.json().writeEnd();
    }

    /** Writes how an answer came about as the member {@code trace}. */
    record JsonTrace(JsonFields members) {

        void write(Trace trace) {
            members.json().writeStartObject("trace");
            members.number("attempts", trace.attempts());
            members.number("elapsedMillis", trace.elapsed().toMillis());
            members.number("httpStatus", trace.httpStatus());
            members.text("requestId", trace.requestId());
            members.text("correlationId", trace.correlationId());
            writeServerIds(trace.serverIds());
            members.json().writeStartArray("earlierCauses");
            trace.earlierCauses().forEach(cause -> members.json().write(JsonFields.word(cause)));
            members.json().writeEnd();
            members.json().writeEnd();
        }

        private void writeServerIds(ServerIds ids) {
            members.text("serverRequestId", ids.requestId());
            members.text("serverCorrelationId", ids.correlationId());
            members.text("correlationVector", ids.correlationVector());
            members.text("serverId", ids.serverId());
        }
    }

    /** Writes what all answers or waits came to as members of the current JSON object. */
    record JsonSummary(JsonFields members, Set<Verdict> verdicts) {

        void write(Summary summary) {
            members.number("batches", summary.batches());
            verdicts.forEach(verdict -> members.number(JsonFields.word(verdict), summary.count(verdict)));
        }

        /** Writes everything that is known of several waits or answers. */
        void writeWhole(Summary summary) {
            write(summary);
            members.number("questions", summary.questions());
            writeExitCode(summary);
        }

        /** Whoever interrupts knows by which signal; the process's own exit code has it. */
        void writeExitCode(Summary summary) {
            if (summary.exitCode() == ExitCode.INTERRUPTED) {
                members.json().writeNull("exitCode");
            } else {
                members.number("exitCode", summary.exitCode().number());
            }
        }
    }
}
