package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.ScriptedProxy;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hold that begins while an exchange waits: every request is checked directly before it is sent, over real sockets. */
@Timeout(60)
class SendLimitsTest {

    private static final String ID = "3e4b1c4e-6f0a-4f7e-9a53-0f3c1f0a8d11";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Unavailable TOO_LATE = new Unavailable(
            UnavailabilityCause.THROTTLED, Party.PARTNER_CENTER, "held back", Optional.of(LONG), Trace.NOTHING_SENT);

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final ConnectionPool pool = new ConnectionPool(new ClientSource.Own(HttpClients.OF_THE_JVM));

    @AfterEach
    void close() {
        pool.close();
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestThatWaitedForAConnection(boolean endsInTime) throws Exception {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        List<ConnectionPool.Lease> others = new ArrayList<>();
        for (int count = 0; count < InFlightLimit.START; count++) {
            others.add(pool.lease(LONG).orElseThrow());
        }
        var limits = new ScriptedLimits(0, endsInTime, this::requests);
        CompletableFuture<HttpSender.Result> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> result.complete(send(limits)));

        assertThat(limits.checks).isZero();
        others.forEach(ConnectionPool.Lease::close);

        assertThat(result.get() instanceof HttpSender.Result.Answered).isEqualTo(endsInTime);
        assertThat(limits.sentAtAwait).containsExactly(0);
        assertThat(requests()).isEqualTo(endsInTime ? 1 : 0);
    }

    /** The first check is that of the first request, the second that after its failure, the third that on the new connection. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anImmediateRetry(int check) throws Exception {
        endSecondConnection();
        var limits = new ScriptedLimits(check, true, this::requests);

        assertThat(send(limits)).isInstanceOf(HttpSender.Result.Answered.class);
        assertThat(limits.sentAtAwait).containsExactly(requests() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anImmediateRetryThatWouldBeTooLate(int check) throws Exception {
        endSecondConnection();
        var limits = new ScriptedLimits(check, false, this::requests);

        assertThat(send(limits))
                .isEqualTo(new HttpSender.Result.Failed(
                        UnavailabilityCause.UNREACHABLE, "the connection broke before the answer was whole"));
        assertThat(limits.sentAtAwait).containsExactly(requests());
    }

    private void endSecondConnection() throws InterruptedException {
        endSecondConnection(Reply.documentedExample());
    }

    /**
     * Sends a request that is answered, and scripts the end of the connection for the next one and the JDK's repetition of it.
     *
     * @param last the reply to the immediate retry
     */
    private void endSecondConnection(Reply last) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        send(SendLimits.NONE);
        var script = fake.script(Batches.REFERENCE);
        for (int sent = 0; sent < jdkSends(); sent++) {
            script.then(Reply.close());
        }
        script.then(last);
    }

    /** Returns how often the JDK sends a request whose connection ends before the response. */
    private static int jdkSends() {
        return Integer.getInteger("jdk.httpclient.redirects.retrylimit", 2) == 1 ? 1 : 2;
    }

    @Test
    void theQuestionToAProxyAboutAFailure() throws Exception {
        try (ScriptedProxy proxy = ScriptedProxy.answering("HTTP/1.1 503 Busy\r\n\r\n");
                ConnectionPool through = through(proxy.address())) {
            var limits = new ScriptedLimits(1, true, () -> proxy.heads().size());
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("https://api.example")).build();

            assertThat(new HttpSender(through, LONG, 1).send(request, LONG, limits, ResponseMemory.UNBOUNDED.claim()))
                    .isInstanceOf(HttpSender.Result.ProxyDeclined.class);
            assertThat(limits.sentAtAwait).containsExactly(proxy.heads().size() - 1);
        }
    }

    private static ConnectionPool through(InetSocketAddress proxy) {
        return new ConnectionPool(new ClientSource.Own(
                new HttpClients(Optional.of(ProxySelector.of(proxy)), Optional.empty(), Optional.empty())));
    }

    private int requests() {
        return fake.requests().size();
    }

    private HttpSender.Result send(SendLimits limits) {
        return send(limits, ResponseMemory.UNBOUNDED.claim());
    }

    private HttpSender.Result send(SendLimits limits, ResponseMemory.Claim memory) {
        HttpRequest request = HttpRequest.newBuilder(new BaseUrl(fake.baseUrl()).batchJobStatus(Batches.REFERENCE))
                .headers("Authorization", "Bearer made-up", "Accept", "application/json", "X-Locale", "en-US")
                .headers("MS-RequestId", ID, "MS-CorrelationId", ID, "MS-Contract-Version", "v1")
                .build();
        try {
            return new HttpSender(pool, LONG, 1 << 20).send(request, LONG, limits, memory);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** An immediate retry is free if it is answered, but not with a server error. */
    @ParameterizedTest
    @CsvSource({"200, false", "404, false", "429, false", "500, true", "503, true", "closed, true"})
    void anImmediateRetryThatFailsCostsARetry(String second, boolean failed) throws Exception {
        endSecondConnection(second.equals("closed") ? Reply.close() : reply(Integer.parseInt(second)));
        var limits = new ScriptedLimits(-1, true, this::requests);

        assertThat(send(limits) instanceof HttpSender.Result.Failed).isEqualTo(second.equals("closed"));
        assertThat(limits.failed).containsExactly(failed);
    }

    private static Reply reply(int status) {
        return status == 200 ? Reply.documentedExample() : Reply.status(status);
    }

    @Test
    void anImmediateRetryWithoutReservationIsNotSent() throws Exception {
        endSecondConnection(Reply.documentedExample());
        var limits = new ScriptedLimits(-1, true, this::requests);
        limits.isReserved = false;
        int before = requests();

        assertThat(send(limits)).isInstanceOf(HttpSender.Result.Failed.class);
        assertThat(requests() - before).isEqualTo(jdkSends());
        assertThat(limits.failed).isEmpty();
    }

    /** Others that have reserved a retry may wait for the memory of this response. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anImmediateRetryWithMemoryDoesNotWaitForItsReservation(boolean hasMemory) throws Exception {
        endSecondConnection(Reply.documentedExample());
        var limits = new ScriptedLimits(-1, true, this::requests);
        ResponseMemory.Claim memory = new ResponseMemory(1 << 20).claim();
        if (hasMemory) {
            memory.reserve(1_024);
        }

        assertThat(send(limits, memory)).isInstanceOf(HttpSender.Result.Answered.class);
        assertThat(limits.longestWait.isZero()).isEqualTo(hasMemory);
    }

    /** A hold that is in force at one of its checks and ends by {@link #awaitRelease}. */
    private static final class ScriptedLimits implements SendLimits {

        private final int inForceAt;
        private final boolean endsInTime;
        private final IntSupplier requests;
        private final List<Integer> sentAtAwait = new ArrayList<>();
        private volatile int checks;
        private final List<Boolean> failed = new ArrayList<>();
        private boolean isReserved = true;
        private Duration longestWait = Duration.ZERO;

        ScriptedLimits(int inForceAt, boolean endsInTime, IntSupplier requests) {
            this.inForceAt = inForceAt;
            this.endsInTime = endsInTime;
            this.requests = requests;
        }

        @Override
        public boolean isHeldBack() {
            return checks++ == inForceAt;
        }

        @Override
        public Optional<Unavailable> awaitRelease() {
            sentAtAwait.add(requests.getAsInt());
            return endsInTime ? Optional.empty() : Optional.of(TOO_LATE);
        }

        @Override
        public Optional<Unavailable> awaitPermit() {
            throw new AssertionError("no exchange is sent again here");
        }

        @Override
        public boolean reserveRetry(Duration left) {
            longestWait = left;
            return isReserved;
        }

        @Override
        public void settleRetry(boolean failed) {
            this.failed.add(failed);
        }
    }
}
