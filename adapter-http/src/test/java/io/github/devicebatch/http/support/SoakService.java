package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AttemptListener;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Partner Center that answers a fifth of the requests with a fault, and from time to time every request with 429 until a point
 * in time; and an identity platform that sometimes fails too, and whose tokens expire soon. It counts requests that come within a time
 * that the client was told to wait. Thread-safe.
 */
public final class SoakService implements AutoCloseable {

    private static final double FAULTS = 0.2;
    private static final Duration LIFETIME = Duration.ofSeconds(4);
    private static final List<Reply> TOKEN_FAULTS = List.of(
            Reply.status(503),
            Reply.reset(),
            Reply.silence(),
            Reply.json(200, "{"),
            Reply.throttled(Duration.ofSeconds(1)));
    private static final long MULTIPLIER = 0xD134_2543_DE82_EF95L;

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final List<Reply> faults = Stream.concat(
                    FaultTable.replies().map(row -> row.reply().orElseThrow()),
                    IntStream.of(201, 302, 408, 425, 500, 501, 502, 503, 504).mapToObj(Reply::status))
            .toList();
    private final LoadBatches batches;
    private final long seed;
    private final long stormEvery;
    private final long grace;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong undercuts = new AtomicLong();
    private final LongAccumulator latestNanos = new LongAccumulator(Math::max, 0);
    private final AtomicLong storms = new AtomicLong();
    private volatile Storm storm = new Storm(0, 0);

    /**
     * Starts the service.
     *
     * @param stormEvery after how many requests all requests are throttled
     * @param grace how long after the client learned of a hold a request may still be on its way
     */
    public SoakService(LoadBatches batches, long seed, long stormEvery, Duration grace) {
        this.batches = batches;
        this.seed = seed;
        this.stormEvery = stormEvery;
        this.grace = grace.toNanos();
        fake.tokens().application(RegisteredApp.CLIENT_ID, RegisteredApp.SECRET);
        fake.tokens().access().lifetime(LIFETIME).validated();
        IntStream.range(0, batches.count())
                .forEach(number -> fake.respond(batches.reference(number), () -> reply(number)));
    }

    /**
     * A time in which every request is throttled.
     *
     * @param end its end, in nanoseconds of the monotonic clock
     * @param client the number of the client that was told
     * @param told when the client knew of it; the greatest number before that
     */
    private record Storm(long end, int client, AtomicLong told) {

        Storm(long end, int client) {
            this(end, client, new AtomicLong(Long.MAX_VALUE));
        }
    }

    private Reply reply(int number) {
        long now = System.nanoTime();
        long count = requests.incrementAndGet();
        if (count % stormEvery == 0 && now - storm.end() >= 0) {
            storms.incrementAndGet();
            storm = new Storm(now + Duration.ofSeconds(2).toNanos(), storm.client());
        }
        Storm current = storm;
        if (now - current.end() < 0) {
            return throttled(current, now);
        }
        SplittableRandom random = new SplittableRandom(seed ^ count * MULTIPLIER);
        return random.nextDouble() < FAULTS ? faults.get(random.nextInt(faults.size())) : batches.reply(number);
    }

    private Reply throttled(Storm current, long now) {
        long told = current.told().get();
        if (told != Long.MAX_VALUE) {
            latestNanos.accumulate(now - told);
            undercuts.addAndGet(now - told > grace ? 1 : 0);
        }
        long millis = Duration.ofNanos(current.end() - now).toMillis() + 1;
        return Reply.status(429).withHeader("retry-after-ms", Long.toString(millis));
    }

    /** Returns the listener of a new client, which knows of no hold. Those of earlier clients no longer count. */
    AttemptListener nextClient() {
        int client = storm.client() + 1;
        storm = new Storm(storm.end(), client);
        return (batch, attempt, answer, pause) -> learn(client, answer);
    }

    private void learn(int client, BatchStatusAnswer answer) {
        Storm current = storm;
        if (current.client() == client && answer instanceof Unavailable unavailable && isThrottled(unavailable)) {
            current.told().compareAndSet(Long.MAX_VALUE, System.nanoTime());
        }
    }

    private static boolean isThrottled(Unavailable unavailable) {
        return unavailable.cause() == UnavailabilityCause.THROTTLED
                && unavailable.party() == Party.PARTNER_CENTER
                && unavailable.trace().attempts() > 0;
    }

    /** Returns a source of access tokens from the identity platform. Now and then a token request fails. */
    AccessTokenSource tokens() {
        AccessTokenSource source = AccessTokenSource.appOnly(
                IdentityPlatform.at(url(), PartnerCenterCloud.GLOBAL).exchangeTimeout(Duration.ofSeconds(1)),
                RegisteredApp.APP,
                ClientSecret.of(RegisteredApp.SECRET));
        AtomicLong calls = new AtomicLong();
        return () -> {
            long call = calls.incrementAndGet();
            if (call % 5_000 == 0) {
                failNextTokenRequest(call / 5_000);
            }
            if (call % 10 == 0) {
                Thread.sleep(new SplittableRandom(seed ^ call * MULTIPLIER).nextInt(1_000));
            }
            return source.token();
        };
    }

    private void failNextTokenRequest(long number) {
        fake.tokens().replies(TOKEN_FAULTS.get((int) (number % TOKEN_FAULTS.size())));
    }

    URI url() {
        return fake.baseUrl();
    }

    long requests() {
        return requests.get();
    }

    long connections() {
        return fake.connections().accepted();
    }

    long undercuts() {
        return undercuts.get();
    }

    /** Returns the longest time after which a request came although the client had learned that it must wait. */
    Duration latest() {
        return Duration.ofNanos(latestNanos.get());
    }

    long storms() {
        return storms.get();
    }

    long tokensIssued() {
        return fake.tokens().access().issued();
    }

    @Override
    public void close() {
        fake.close();
    }
}
