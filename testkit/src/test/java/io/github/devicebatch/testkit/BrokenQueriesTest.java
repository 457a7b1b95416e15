package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract itself under test: each broken query fails at the promise that it breaks. */
class BrokenQueriesTest {

    @Test
    void mixingUpCustomersIsCaught() {
        breaks(
                query -> batch -> query.ask(new BatchReference(Batches.CUSTOMER, batch.tracking())),
                BatchStatusQueryContract::keepsCustomersApart);
    }

    @Test
    void mixingUpBatchesIsCaught() {
        breaks(
                query -> batch -> query.ask(new BatchReference(batch.customer(), Batches.TRACKING)),
                BatchStatusQueryContract::keepsBatchesApart);
    }

    @Test
    void loweringTheCaseOfAnUnknownBatchStateIsCaught() {
        breaks(
                query -> batch -> mapped(query.ask(batch), BrokenQueriesTest::withStateInLowerCase),
                BatchStatusQueryContract::keepsTheTextOfABatchStateItDoesNotKnow);
    }

    @Test
    void loweringTheCaseOfAnUnknownDeviceStateIsCaught() {
        breaks(
                query -> batch -> mapped(
                        query.ask(batch),
                        status ->
                                withDevices(status, DeviceState.of(text(status).toLowerCase(Locale.ROOT)))),
                BatchStatusQueryContract::keepsTheTextOfADeviceStateItDoesNotKnow);
    }

    @Test
    void takingFinishedForSuccessIsCaught() {
        UnaryOperator<BatchStatusQuery> broken =
                query -> batch -> mapped(query.ask(batch), status -> withDevices(status, DeviceState.Listed.FINISHED));
        breaks(broken, BatchStatusQueryContract::takesTheOutcomeFromTheDevices);
        breaks(broken, BatchStatusQueryContract::describesExactlyWhatTheServiceSays);
    }

    @Test
    void rememberingAnAnswerIsCaught() {
        breaks(
                query -> {
                    Map<BatchReference, BatchStatusAnswer> remembered = new ConcurrentHashMap<>();
                    return batch -> {
                        BatchStatusAnswer answer = query.ask(batch);
                        return Optional.ofNullable(remembered.putIfAbsent(batch, answer))
                                .orElse(answer);
                    };
                },
                BatchStatusQueryContract::asksAnewEachTime);
    }

    @Test
    void inventingABatchIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof NotFound
                        ? Answers.found(Batches.queued(batch.tracking()))
                        : query.ask(batch),
                BatchStatusQueryContract::findsNoBatchThatNobodyKnows);
    }

    @Test
    void givingOneReasonForEveryRefusalIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof Refused
                        ? Answers.refused(RefusalReason.REJECTED)
                        : query.ask(batch),
                BatchStatusQueryContract::tellsWhyItIsRefused);
    }

    @Test
    void losingTheTimeToStayAwayIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof Unavailable unavailable
                        ? Answers.unavailable(unavailable.cause())
                        : query.ask(batch),
                BatchStatusQueryContract::tellsHowLongToStayAway);
    }

    @Test
    void takingAFaultOfTheServiceForARefusalIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof Unavailable
                        ? Answers.refused(RefusalReason.REJECTED)
                        : query.ask(batch),
                BatchStatusQueryContract::tellsThatTheServiceFails);
    }

    @Test
    void makingSomethingOfNonsenseIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof Unreadable ? Answers.notFound() : query.ask(batch),
                BatchStatusQueryContract::makesNothingOfNonsense);
    }

    @Test
    void takingAnotherBatchsAnswerForItsOwnIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof Unreadable
                        ? Answers.found(Batches.finished(Batches.anotherBatch().tracking()))
                        : query.ask(batch),
                BatchStatusQueryContract::takesNoOtherBatchsAnswer);
    }

    @Test
    void returningNullIsCaught() {
        breaks(query -> batch -> null, BatchStatusQueryContract::findsNoBatchThatNobodyKnows);
    }

    @Test
    void throwingWhatGoesWrongIsCaught() {
        breaks(
                query -> batch -> {
                    throw new IllegalStateException("planted");
                },
                BatchStatusQueryContract::tellsThatTheServiceFails);
    }

    @Test
    void answeringAboutNothingIsCaught() {
        breaks(query -> batch -> Answers.notFound(), BatchStatusQueryContract::refusesNull);
    }

    @Test
    void swallowingAnInterruptionIsCaught() {
        UnaryOperator<BatchStatusQuery> broken = query -> batch -> {
            try {
                return query.ask(batch);
            } catch (InterruptedException swallowed) {
                return Answers.unavailable(UnavailabilityCause.UNREACHABLE);
            }
        };
        breaks(broken, BatchStatusQueryContract::heedsAnInterruptionBeforeTheQuestion);
        breaks(broken, BatchStatusQueryContract::heedsAnInterruptionWhileItWaits);
    }

    @Test
    void givingOneThreadTheAnswerOfAnotherIsCaught() {
        breaks(
                query -> {
                    AtomicReference<BatchStatusAnswer> latest = new AtomicReference<>(Answers.notFound());
                    return batch -> latest.getAndSet(query.ask(batch));
                },
                BatchStatusQueryContract::answersManyThreadsAtOnce);
    }

    @Test
    void leavingNoTraceIsCaught() {
        breaks(
                query -> batch -> query.ask(batch) instanceof Found found
                        ? new Found(found.status(), Trace.NOTHING_SENT)
                        : query.ask(batch),
                BatchStatusQueryContract::leavesATraceWhateverTheAnswer);
    }

    @Test
    void printingAProductKeyIsCaught() {
        breaks(
                query -> new BatchStatusQuery() {
                    private String latest = "";

                    @Override
                    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
                        BatchStatusAnswer answer = query.ask(batch);
                        latest = answer instanceof Found found ? StatusJson.of(found.status()) : "";
                        return answer;
                    }

                    @Override
                    public String toString() {
                        return "latest: " + latest;
                    }
                },
                BatchStatusQueryContract::printsNoProductKey);
    }

    private static void breaks(UnaryOperator<BatchStatusQuery> broken, Consumer<BatchStatusQueryContract> promise) {
        BatchStatusQueryContract contract = () -> FakeBatchWorld.around(broken);
        assertThatThrownBy(() -> promise.accept(contract)).isInstanceOf(AssertionError.class);
    }

    private static BatchStatusAnswer mapped(BatchStatusAnswer answer, UnaryOperator<BatchStatus> change) {
        return answer instanceof Found found ? Answers.found(change.apply(found.status())) : answer;
    }

    private static BatchStatus withStateInLowerCase(BatchStatus status) {
        return new BatchStatus(
                status.trackingId(),
                BatchState.of(status.state().text().toLowerCase(Locale.ROOT)),
                status.startedTime(),
                status.completedTime(),
                status.devices(),
                status.remarks());
    }

    private static String text(BatchStatus status) {
        return status.devices().getFirst().state().text();
    }

    private static BatchStatus withDevices(BatchStatus status, DeviceState state) {
        List<DeviceStatus> devices = status.devices().stream()
                .map(device -> new DeviceStatus(
                        device.deviceId(), device.serialNumber(), device.productKey(), state, Optional.empty()))
                .toList();
        return new BatchStatus(
                status.trackingId(),
                status.state(),
                status.startedTime(),
                status.completedTime(),
                devices,
                status.remarks());
    }
}
