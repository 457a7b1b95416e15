package io.github.devicebatch.cli;

import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;

/** Writes how an answer came about as the member {@code trace}. */
record JsonTrace(JsonMembers members) {

    void write(Trace trace) {
        members.json().writeStartObject("trace");
        members.number("attempts", trace.attempts());
        members.number("elapsedMillis", trace.elapsed().toMillis());
        members.number("httpStatus", trace.httpStatus());
        members.text("requestId", trace.requestId());
        members.text("correlationId", trace.correlationId());
        writeServerIds(trace.serverIds());
        members.json().writeStartArray("earlierCauses");
        trace.earlierCauses().forEach(cause -> members.json().write(JsonMembers.word(cause)));
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
