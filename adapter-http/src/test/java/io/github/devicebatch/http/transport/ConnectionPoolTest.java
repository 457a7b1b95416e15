package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.UnavailabilityCause;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConnectionPoolTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final HttpClient callers = HttpClient.newHttpClient();
    private final ConnectionPool own = new ConnectionPool(new ClientSource.Own(HttpClients.OF_THE_JVM));
    private final ConnectionPool ofCaller = new ConnectionPool(new ClientSource.Callers(callers));

    @AfterEach
    void close() {
        own.close();
        ofCaller.close();
        callers.shutdownNow();
    }

    @Test
    void aHundredExchangesAreInFlightAndNoMore() throws InterruptedException {
        List<ConnectionPool.Lease> leases = leases(own, InFlightLimit.START);

        assertThat(own.lease(SHORT)).isEmpty();
        leases.removeFirst().close();
        assertThat(own.lease(SHORT)).isPresent();
    }

    @Test
    void withoutATurnNothingIsSentAndNothingIsToldOfTheService() throws InterruptedException {
        leases(own, InFlightLimit.START);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:1")).build();

        assertThat(new HttpSender(own, LONG, 1).send(request, SHORT))
                .isEqualTo(new HttpSender.Result.NotSent(
                        UnavailabilityCause.DEADLINE,
                        "other requests were in flight for all of the 20 ms that were left for the query"));
    }

    @Test
    void aRefusalLowersTheLimitToThoseThatWereNotRefused() throws InterruptedException {
        List<ConnectionPool.Lease> leases = leases(own, 9);

        assertThat(own.lower(leases.getLast())).isTrue();
        leases.removeLast().close();
        assertThat(own.lease(SHORT)).isEmpty();
    }

    @Test
    void aRefusalOfTheOnlyExchangeIsNoLimit() throws InterruptedException {
        ConnectionPool.Lease only = leases(own, 1).getFirst();

        assertThat(own.lower(only)).isFalse();
        assertThat(own.lease(SHORT)).isPresent();
    }

    @Test
    void theLimitRisesAgainWithAnswers() throws InterruptedException {
        List<ConnectionPool.Lease> leases = leases(own, 2);
        own.lower(leases.removeLast());
        for (int answer = 0; answer < InFlightLimit.START; answer++) {
            own.answered(leases.getFirst());
        }

        leases.getFirst().close();
        assertThat(own.lease(SHORT)).isPresent();
    }

    @Test
    void anExchangeThatWaitsIsStartedWhenTheLimitRises() throws Exception {
        List<ConnectionPool.Lease> leases = leases(own, InFlightLimit.START);
        CompletableFuture<ConnectionPool.Lease> waited = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> waited.complete(lease()));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        own.answered(leases.getFirst());

        assertThat(waited.get().waited()).isTrue();
        assertThat(own.lease(SHORT)).isEmpty();
    }

    private ConnectionPool.Lease lease() {
        try {
            return own.lease(LONG).orElseThrow();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Exchanges that count themselves while the client is replaced: none stays on a client that was shut down. */
    @Test
    void noExchangeGetsAClientThatIsShutDown() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger onEnded = new AtomicInteger();
        Thread replacing = Thread.ofPlatform().start(() -> {
            for (int count = 0; count < 300; count++) {
                ConnectionPool.Lease lease = lease();
                own.replace(lease);
                lease.close();
            }
            ended.set(true);
        });
        while (!ended.get()) {
            try (ConnectionPool.Lease lease = lease()) {
                onEnded.addAndGet(lease.client().isTerminated() ? 1 : 0);
            }
        }
        replacing.join();

        assertThat(onEnded).hasValue(0);
    }

    @Test
    void aReplacedClientEndsWithItsLastExchange() throws InterruptedException {
        List<ConnectionPool.Lease> old = leases(own, 2);
        own.replace(old.getFirst());
        own.replace(old.getLast());
        ConnectionPool.Lease fresh = own.lease(SHORT).orElseThrow();

        assertThat(fresh.client()).isNotSameAs(old.getFirst().client());
        old.getFirst().close();
        assertThat(old.getFirst().client().isTerminated()).isFalse();
        old.getLast().close();
        assertThat(old.getFirst().client().awaitTermination(LONG)).isTrue();
        assertThat(fresh.client().isTerminated()).isFalse();
    }

    @Test
    void aCallersClientIsNeverReplacedOrEnded() throws InterruptedException {
        ConnectionPool.Lease lease = ofCaller.lease(SHORT).orElseThrow();
        ofCaller.replace(lease);
        ofCaller.answered(lease);

        assertThat(ofCaller.again(lease).orElseThrow().client()).isSameAs(callers);
        lease.close();
        ofCaller.close();
        assertThat(ofCaller.lease(SHORT).orElseThrow().client()).isSameAs(callers);
        assertThat(callers.isTerminated()).isFalse();
    }

    @Test
    void anImmediateRetryHasAClientOfItsOwn() throws InterruptedException {
        ConnectionPool.Lease lease = own.lease(SHORT).orElseThrow();
        own.answered(lease);
        ConnectionPool.Lease again = own.again(lease).orElseThrow();

        assertThat(again.client()).isNotSameAs(lease.client());
        again.close();
        assertThat(again.client().awaitTermination(LONG)).isTrue();
        assertThat(own.lease(SHORT).orElseThrow().client()).isSameAs(lease.client());
    }

    @Test
    void withoutAnEarlierAnswerOnlyAnUnprocessedRequestIsSentAgain() throws InterruptedException {
        ConnectionPool.Lease lease = own.lease(SHORT).orElseThrow();

        assertThat(own.canRepeat(lease, false)).isFalse();
        assertThat(own.canRepeat(lease, true)).isTrue();
        own.answered(lease);
        assertThat(own.canRepeat(lease, false)).isTrue();
    }

    @Test
    void nothingIsSentAgainAfterItWasClosed() throws InterruptedException {
        ConnectionPool.Lease lease = own.lease(SHORT).orElseThrow();
        own.answered(lease);
        own.close();

        assertThat(own.canRepeat(lease, true)).isFalse();
        assertThat(own.again(lease)).isEmpty();
    }

    @Test
    void closingEndsAllOfItsClients() throws InterruptedException {
        ConnectionPool.Lease old = own.lease(SHORT).orElseThrow();
        own.replace(old);
        ConnectionPool.Lease fresh = own.lease(SHORT).orElseThrow();
        own.close();

        assertThat(old.client().awaitTermination(LONG)).isTrue();
        assertThat(fresh.client().awaitTermination(LONG)).isTrue();
    }

    private static List<ConnectionPool.Lease> leases(ConnectionPool pool, int number) throws InterruptedException {
        List<ConnectionPool.Lease> leases = new ArrayList<>();
        for (int count = 0; count < number; count++) {
            leases.add(pool.lease(SHORT).orElseThrow());
        }
        return leases;
    }
}
