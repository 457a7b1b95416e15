package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.support.BackgroundQuery;
import io.github.devicebatch.http.support.BlockingNameResolver;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exchanges in which the JDK blocks where it can't be interrupted. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AbandonableExchangeTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(2);

    private final FakePartnerCenter fake = FakePartnerCenter.start();

    @AfterEach
    void close() {
        fake.close();
    }

    enum Client {
        OWN,
        CALLERS,
        CALLERS_WITH_DIRECT_EXECUTOR
    }

    @Test
    void nothingOfAnExchangeIsKeptOnceItHasEnded() throws Exception {
        var started = new AtomicReference<WeakReference<Runnable>>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            AbandonableExchange.start(
                            client,
                            HttpRequest.newBuilder(fake.baseUrl()).build(),
                            new BoundedBodySubscriber.Handler(1 << 20, ResponseMemory.UNBOUNDED.claim()),
                            target -> false,
                            task -> {
                                started.set(new WeakReference<>(task));
                                return task;
                            })
                    .await(Deadline.after(LONG));
        }

        while (started.get().get() != null) {
            assertThat(Thread.interrupted()).as("out of time").isFalse();
            System.gc();
        }
    }

    /** A name lookup that blocks. It cannot be interrupted, and the thread of the query does not run it. */
    @Nested
    class UnansweredName {

        private final HttpClient callers = HttpClient.newHttpClient();
        private final HttpClient direct =
                HttpClient.newBuilder().executor(Runnable::run).build();

        @BeforeEach
        void blockLookups() {
            BlockingNameResolver.blockLookups();
        }

        @AfterEach
        void endLookups() {
            BlockingNameResolver.endLookups();
            callers.shutdownNow();
            direct.shutdownNow();
        }

        @ParameterizedTest
        @EnumSource
        void attemptTimesOutDuringTheLookup(Client client) throws InterruptedException {
            try (PartnerCenter partnerCenter = at("https://" + BlockingNameResolver.unknownName(), client, SHORT)) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .asInstanceOf(type(Unavailable.class))
                        .extracting(Unavailable::cause)
                        .isEqualTo(UnavailabilityCause.TIMED_OUT);
            }
        }

        @ParameterizedTest
        @EnumSource
        void interruptionEndsTheQueryDuringTheLookup(Client client) throws InterruptedException {
            try (PartnerCenter partnerCenter = at("https://" + BlockingNameResolver.unknownName(), client, LONG)) {
                BackgroundQuery query = BackgroundQuery.of(partnerCenter);
                BlockingNameResolver.awaitLookup();

                query.awaitWaiting().assertInterruptible();
            }
        }

        @ParameterizedTest
        @EnumSource
        void nothingIsSentIfTheLookupEndsTooLate(Client client) throws InterruptedException {
            String late = fake.baseUrl().toString().replace("127.0.0.1", BlockingNameResolver.loopbackName());
            HttpRequest request = HttpRequest.newBuilder(URI.create(late)).build();
            var exchange = AbandonableExchange.start(
                    client(client),
                    request,
                    new BoundedBodySubscriber.Handler(1, ResponseMemory.UNBOUNDED.claim()),
                    target -> false,
                    UnaryOperator.identity());
            Thread sender = BlockingNameResolver.awaitLookup();
            exchange.abandon();
            BlockingNameResolver.endLookups();
            sender.join();

            assertThat(fake.connections().accepted()).isZero();
        }

        @Test
        void otherQueriesAreAnsweredDuringManyLookups() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            var looking = IntStream.range(0, 64)
                    .mapToObj(number -> BackgroundQuery.of(
                            at("https://" + BlockingNameResolver.unknownName(), Client.CALLERS, LONG)))
                    .toList();
            for (int lookup = 0; lookup < looking.size(); lookup++) {
                BlockingNameResolver.awaitLookup();
            }

            try (PartnerCenter other = at(fake.baseUrl().toString(), Client.OWN, LONG)) {
                assertThat(other.batchStatus().ask(Batches.REFERENCE).trace().httpStatus())
                        .hasValue(200);
            }
            looking.forEach(query -> query.awaitWaiting().assertInterruptible());
        }

        private PartnerCenter at(String url, Client client, Duration timeout) {
            PartnerCenterBuilder builder = OneAttempt.at(URI.create(url)).attemptTimeout(timeout);
            return (client == Client.OWN ? builder : builder.httpClient(client(client))).build();
        }

        private HttpClient client(Client client) {
            return switch (client) {
                case OWN -> HttpClients.OF_THE_JVM.create();
                case CALLERS -> callers;
                case CALLERS_WITH_DIRECT_EXECUTOR -> direct;
            };
        }
    }

    /** A check of the server's certificate that blocks, as one does that asks for its revocation over a network. */
    @Nested
    class BlockedTrustManager {

        private final BlockingTrustManager trustManager = new BlockingTrustManager();
        private final FakePartnerCenter secure = FakePartnerCenter.start(Tls.VALID);
        private final ConnectionPool pool = new ConnectionPool(new ClientSource.Own(
                new HttpClients(Optional.empty(), Optional.empty(), Optional.of(trustManager.context()))));

        @AfterEach
        void close() {
            trustManager.released.countDown();
            pool.close();
            secure.close();
        }

        @Test
        void attemptTimesOutDuringTheHandshake() throws InterruptedException {
            assertThat(sendWithin(SHORT, secure.baseUrl()))
                    .isEqualTo(new HttpSender.Result.Failed(
                            UnavailabilityCause.TIMED_OUT, "no whole answer within 300 ms"));
            assertThat(trustManager.entered.getCount()).isZero();
        }

        @org.junit.jupiter.api.RepeatedTest(5)
        @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void otherExchangesOfTheClientGoOnDuringTheHandshake() throws Exception {
            var blocked = new FutureTask<>(() -> sendWithin(LONG, secure.baseUrl()));
            Thread.ofVirtual().start(blocked);
            trustManager.entered.await();

            assertThat(sendWithin(LONG, fake.baseUrl())).isInstanceOf(HttpSender.Result.Answered.class);
            assertThat(blocked).isNotDone();
            trustManager.released.countDown();
            assertThat(blocked.get(1, TimeUnit.MINUTES)).isInstanceOf(HttpSender.Result.Answered.class);
        }

        private HttpSender.Result sendWithin(Duration timeout, URI server) throws InterruptedException {
            return new HttpSender(pool, timeout, 1 << 20)
                    .send(HttpRequest.newBuilder(server).build(), LONG);
        }
    }

    /** A trust manager that trusts every server, once it is released. */
    private static final class BlockingTrustManager extends X509ExtendedTrustManager {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        SSLContext context() {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {this}, null);
                return context;
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException(unusable);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            entered.countDown();
            boolean interrupted = false;
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException ignored) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
