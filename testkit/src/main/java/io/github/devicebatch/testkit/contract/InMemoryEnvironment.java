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
 * A world in memory: the fake, and a query that asks it. It shows that a decorator of the port keeps the port's promises.
 * There is no access token in it.
 *
 * <p>Safe for use by several threads as far as the query is.
 */
public final class InMemoryEnvironment implements ContractEnvironment {

    private final FakeBatchStatusQuery fake = new FakeBatchStatusQuery();
    private final Map<BatchReference, List<Instant>> questions = new ConcurrentHashMap<>();
    private final InstantSource time;
    private final BatchStatusQuery query;
    private volatile boolean isGone;

    private InMemoryEnvironment(InstantSource time, UnaryOperator<BatchStatusQuery> decoration) {
        this.time = time;
        this.query = decoration.apply(this::answer);
    }

    /**
     * Makes a world whose query is the fake itself.
     *
     * @return the world
     */
    public static InMemoryEnvironment ofTheFake() {
        return around(query -> query);
    }

    /**
     * Makes a world whose query is a decorator around the fake. It waits for nothing, or by the system's clock.
     *
     * @param decoration puts the query under test around the fake
     * @return the world
     */
    public static InMemoryEnvironment around(UnaryOperator<BatchStatusQuery> decoration) {
        return new InMemoryEnvironment(InstantSource.system(), decoration);
    }

    /**
     * Makes a world whose query is a decorator around the fake, and waits by a time of the caller's.
     *
     * @param time the time by which the decorator waits
     * @param decoration puts the query under test around the fake
     * @return the world
     */
    public static InMemoryEnvironment around(ManualTime time, UnaryOperator<BatchStatusQuery> decoration) {
        return new InMemoryEnvironment(time, decoration);
    }

    /**
     * Gives the fake that the query asks in the end, to arrange more than a contract demands.
     *
     * @return the fake
     */
    public FakeBatchStatusQuery fake() {
        return fake;
    }

    @Override
    public BatchStatusQuery query() {
        return query;
    }

    @Override
    public void describes(BatchReference batch, BatchStatus... inTurn) {
        fake.describes(batch, inTurn);
    }

    @Override
    public void refuses(BatchReference batch, RefusalReason reason) {
        fake.answers(batch, Answers.refused(reason));
    }

    @Override
    public void throttles(BatchReference batch, Duration retryAfter) {
        fake.answers(batch, Answers.throttled(retryAfter));
    }

    @Override
    public void fails(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.FAILING));
    }

    @Override
    public void answersNonsense(BatchReference batch) {
        fake.answers(batch, Answers.unreadable());
    }

    @Override
    public void answersAboutAnotherBatch(BatchReference batch) {
        fake.answers(batch, Answers.unreadable());
    }

    @Override
    public CountDownLatch staysSilent(BatchReference batch) {
        return fake.staysSilentAbout(batch);
    }

    @Override
    public void stalls(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.TIMED_OUT));
    }

    @Override
    public void breaksOff(BatchReference batch) {
        fake.answers(batch, Answers.unavailable(UnavailabilityCause.UNREACHABLE));
    }

    @Override
    public void goesAway() {
        isGone = true;
    }

    @Override
    public List<Instant> questionsAbout(BatchReference batch) {
        return List.copyOf(questions.getOrDefault(batch, List.of()));
    }

    @Override
    public Optional<String> token() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** What the query under test asks: the fake, as long as it is there. */
    private BatchStatusAnswer answer(BatchReference batch) throws InterruptedException {
        questions.computeIfAbsent(batch, first -> new CopyOnWriteArrayList<>()).add(time.instant());
        return isGone ? Answers.unavailable(UnavailabilityCause.UNREACHABLE) : fake.ask(batch);
    }
}
