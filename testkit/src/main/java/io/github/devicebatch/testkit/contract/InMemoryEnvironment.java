package io.github.devicebatch.testkit.contract;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.FakeBatchStatusQuery;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * An environment in memory: a {@link FakeBatchStatusQuery}, and a decorator of it as the query under test. It has no access
 * token.
 *
 * <p>Safe for use by several threads if the query is.
 */
public final class InMemoryEnvironment implements ContractEnvironment {

    private final FakeBatchStatusQuery fake = new FakeBatchStatusQuery();
    private final Map<BatchReference, List<Instant>> requests = new ConcurrentHashMap<>();
    private final InstantSource time;
    private final BatchStatusQuery query;
    private volatile boolean isShutDown;

    private InMemoryEnvironment(InstantSource time, UnaryOperator<BatchStatusQuery> decorator) {
        this.time = time;
        this.query = decorator.apply(this::answer);
    }

    /** Creates an environment whose query is the fake itself. */
    public static InMemoryEnvironment ofFake() {
        return ofDecorator(query -> query);
    }

    /**
     * Creates an environment for a decorator that does not wait, or waits by the system's clock.
     *
     * @param decorator creates the query under test from the fake
     */
    public static InMemoryEnvironment ofDecorator(UnaryOperator<BatchStatusQuery> decorator) {
        return new InMemoryEnvironment(InstantSource.system(), decorator);
    }

    /**
     * Creates an environment for a decorator that waits by the given time.
     *
     * @param time the time of the decorator
     * @param decorator creates the query under test from the fake
     */
    public static InMemoryEnvironment ofDecorator(ManualTime time, UnaryOperator<BatchStatusQuery> decorator) {
        return new InMemoryEnvironment(time, decorator);
    }

    /** Returns the fake behind the query under test. */
    public FakeBatchStatusQuery fake() {
        return fake;
    }

    @Override
    public BatchStatusQuery query() {
        return query;
    }

    @Override
    public void describe(BatchReference batch, BatchStatus... descriptions) {
        fake.describes(batch, descriptions);
    }

    @Override
    public void refuse(BatchReference batch, RefusalReason reason) {
        fake.answers(batch, Answers.refused(reason));
    }

    @Override
    public void throttle(BatchReference batch, Duration retryAfter) {
        fake.answers(batch, Answers.throttled(retryAfter));
    }

    @Override
    public void fail(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.FAILING));
    }

    @Override
    public void respondUnreadably(BatchReference batch) {
        fake.answers(batch, Answers.unreadable());
    }

    @Override
    public void describeAnotherBatch(BatchReference batch) {
        fake.answers(batch, Answers.unreadable());
    }

    @Override
    public CountDownLatch neverRespond(BatchReference batch) {
        return fake.staysSilentAbout(batch);
    }

    @Override
    public void stall(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.TIMED_OUT));
    }

    @Override
    public void truncate(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.UNREACHABLE));
    }

    @Override
    public void shutDown() {
        isShutDown = true;
    }

    @Override
    public List<Instant> requestTimes(BatchReference batch) {
        return List.copyOf(requests.getOrDefault(batch, List.of()));
    }

    @Override
    public Optional<String> token() {
        return Optional.empty();
    }

    @Override
    public void close() {}

    /** Records the request, and returns the answer of the fake unless it is shut down. */
    private BatchStatusAnswer answer(BatchReference batch) throws InterruptedException {
        requests.computeIfAbsent(batch, key -> new CopyOnWriteArrayList<>()).add(time.instant());
        return isShutDown ? Answers.unavailable(UnavailabilityCause.UNREACHABLE) : fake.ask(batch);
    }
}
