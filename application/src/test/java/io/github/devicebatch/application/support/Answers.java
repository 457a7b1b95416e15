package io.github.devicebatch.application.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Batch references and answers for tests. */
public final class Answers {

    public static final BatchReference BATCH = batch(1, 1);
    public static final BatchStatusAnswer NOT_FOUND = new NotFound(Fault.UNEXPLAINED, Trace.NOTHING_SENT);
    public static final BatchStatusAnswer REFUSED =
            new Refused(RefusalReason.FORBIDDEN, Fault.UNEXPLAINED, Trace.NOTHING_SENT);
    public static final BatchStatusAnswer UNREADABLE = new Unreadable("not JSON", Trace.NOTHING_SENT);
    public static final BatchStatusAnswer UNAVAILABLE = unavailable(UnavailabilityCause.FAILING);

    public static final Found QUEUED = found("queued");
    public static final Found PROCESSING = found("processing", "queued");
    public static final Found REGISTERED = found("finished", "finished");
    public static final Found FAILED = found("finished", "finished_with_errors");
    public static final Found UNCONFIRMED = found("finished", "processing");

    private Answers() {}

    public static BatchReference batch(int customer, int number) {
        return new BatchReference(new CustomerId(new UUID(1, customer)), new BatchTrackingId(new UUID(2, number)));
    }

    public static List<BatchReference> batches(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(each -> batch(1, each)).toList();
    }

    public static BatchStatusAnswer unavailable(UnavailabilityCause cause) {
        return new Unavailable(cause, "it is so", Optional.empty(), Trace.NOTHING_SENT);
    }

    public static BatchStatusAnswer unavailable(UnavailabilityCause cause, Duration retryAfter) {
        return new Unavailable(cause, "it is so", Optional.of(retryAfter), Trace.NOTHING_SENT);
    }

    /** Returns a status whose devices have these states and the serial numbers 0, 1, 2 and so on. */
    public static Found found(String state, String... devices) {
        List<DeviceStatus> rows = IntStream.range(0, devices.length)
                .mapToObj(serial -> row(serial, devices[serial]))
                .toList();
        return new Found(
                new BatchStatus(
                        BATCH.tracking(), BatchState.of(state), Optional.empty(), Optional.empty(), rows, List.of()),
                Trace.NOTHING_SENT);
    }

    /** Returns these answers one after the other without sending anything; repeats the last one. */
    public static BatchStatusQuery inTurn(BatchStatusAnswer... answers) {
        var rest = Stream.of(answers).iterator();
        return batch -> rest.hasNext() ? rest.next() : answers[answers.length - 1];
    }

    private static DeviceStatus row(int serial, String state) {
        return new DeviceStatus(
                Optional.empty(),
                Optional.of(Integer.toString(serial)),
                Optional.empty(),
                DeviceState.of(state),
                Optional.empty());
    }
}
