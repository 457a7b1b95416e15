package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.http.support.ScriptedExchange;
import io.github.devicebatch.http.support.ScriptedHttpClient;
import io.github.devicebatch.http.support.ScriptedProxy;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whatever an HTTP client hands over, a query has an answer. The exchanges are made up, because many of them can't be had from
 * the JDK's client over a socket.
 */
@Timeout(120)
class ExchangeTableTest {

    private static final URI CLEAR = URI.create("http://127.0.0.1:1");
    private static final URI SECURE = URI.create("https://api.example");

    private static final List<Optional<byte[]>> BODIES = List.of(
            Optional.empty(),
            Optional.of(new byte[0]),
            Optional.of(Batches.documentedExampleJson()),
            Optional.of(utf8("{\"code\":\"900421\",\"description\":\"No\"}")),
            Optional.of(utf8("<html>")),
            Optional.of(utf8("{\"access_token\":\"a\",\"expires_in\":-1,\"token_type\":\"Bearer\"}")),
            Optional.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}));

    private static final List<Map<String, List<String>>> HEADERS = List.of(
            Map.of(),
            Map.of("content-type", List.of("application/json; charset=utf-8")),
            Map.of("content-type", List.of(""), "retry-after", List.of("", "soon", "-1", "99999999999999999999")),
            Map.of("content-type", List.of("text/html", "application/json"), "content-encoding", List.of("br")),
            Map.of("ms-requestid", List.of("\u0000\u202e"), "ms-serverid", List.of("x".repeat(100_000))));

    static final List<Integer> STATUSES = Stream.concat(
                    IntStream.rangeClosed(-1, 1_001).boxed(), Stream.of(2_000, 20_000, -200, 1 << 31, ~(1 << 31)))
            .toList();

    /** Fewer, because each costs an application of MSAL4J. */
    static final List<Integer> SOME_STATUSES = STATUSES.stream()
            .filter(status -> status % 25 == 0 || status % 100 < 5 || status > 1_000)
            .toList();

    static final List<Exception> FAILURES = List.of(
            new IOException(),
            new IOException("any text"),
            new IOException(new IOException(new EOFException())),
            new EOFException(),
            new SocketException(),
            new ConnectException(),
            new UnknownHostException(),
            new ProtocolException(),
            new HttpTimeoutException(null),
            new HttpConnectTimeoutException(null),
            new SSLException(""),
            new SSLHandshakeException(null),
            new IOException(new CertificateException()),
            new CompletionException(null),
            new CompletionException(new IOException()),
            new CancellationException(),
            new NullPointerException(),
            new IllegalStateException(),
            new UncheckedIOException(new IOException()),
            new RejectedExecutionException());

    static final List<Error> ERRORS =
            List.of(new OutOfMemoryError("heap"), new StackOverflowError(), new InternalError(), new AssertionError());

    private final ManualTime time = ManualTime.start();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @FieldSource("STATUSES")
    void everyResponseOfPartnerCenterIsAnAnswer(int status) throws InterruptedException {
        for (Optional<byte[]> body : BODIES) {
            for (Map<String, List<String>> headers : HEADERS) {
                BatchStatusAnswer answer = askPartnerCenter(ScriptedExchange.response(status, headers, body));

                assertThat(answer.trace().httpStatus()).hasValue(status);
                assertThat(answer instanceof Found)
                        .isEqualTo(status == 200
                                && body.equals(BODIES.get(2))
                                && !headers.containsKey("content-encoding")
                                && !headers.equals(HEADERS.get(2)));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void everyFailureOfPartnerCenterIsAnAnswer(Exception failure) throws InterruptedException {
        assertThat(askPartnerCenter(new ScriptedExchange.Failed(failure))).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void anErrorIsThrownAsItIs(Error error) {
        assertThatThrownBy(() -> askPartnerCenter(new ScriptedExchange.Failed(error)))
                .isSameAs(error);
        assertThatThrownBy(() -> askPartnerCenter(new ScriptedExchange.Thrown(error)))
                .isSameAs(error);
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void everyFailureOfTheIdentityPlatformIsAnAnswer(Exception failure) throws InterruptedException {
        assertThat(askPlatform(new ScriptedExchange.Failed(failure)))
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::party)
                .isIn(Party.IDENTITY_PLATFORM, Party.CLIENT);
    }

    @ParameterizedTest
    @FieldSource("SOME_STATUSES")
    void everyResponseOfTheIdentityPlatformIsAnAnswer(int status) throws InterruptedException {
        for (Optional<byte[]> body : status == 200 || status % 100 == 0 ? BODIES : BODIES.subList(0, 1)) {
            BatchStatusAnswer answer = askPlatform(
                    ScriptedExchange.response(status, HEADERS.get(Math.floorMod(status, HEADERS.size())), body));

            assertThat(party(answer)).isEqualTo(Party.IDENTITY_PLATFORM);
        }
    }

    /** A response to {@code https} without TLS is the proxy's. */
    @ParameterizedTest
    @FieldSource("STATUSES")
    void everyResponseOfAProxyIsAnAnswer(int status) throws InterruptedException {
        var proxy = ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example", 3128));
        for (Map<String, List<String>> headers : HEADERS) {
            BatchStatusAnswer answer = askThrough(proxy, ScriptedExchange.response(status, headers, Optional.empty()));

            assertThat(party(answer)).isEqualTo(Party.PROXY);
        }
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void everyFailureThroughAProxyIsAnAnswer(Exception failure) throws InterruptedException {
        try (ScriptedProxy proxy = ScriptedProxy.answering("HTTP/1.1 2000 OK\r\n\r\n")) {
            assertThat(askThrough(ProxySelector.of(proxy.address()), new ScriptedExchange.Failed(failure)))
                    .isInstanceOf(Unavailable.class);
        }
    }

    /** What a caller's client throws at once. */
    enum Rejection {
        OF_TASK(new RejectedExecutionException()),
        OF_THREAD(noThread());

        private final Throwable failure;

        Rejection(Throwable failure) {
            this.failure = failure;
        }

        private static Error noThread() {
            OutOfMemoryError error = new OutOfMemoryError();
            error.setStackTrace(
                    new StackTraceElement[] {new StackTraceElement("java.lang.Thread", "start0", null, -2)});
            return error;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLimitOfThisProcessIsAnAnswerAboutThisProcess(Rejection rejection) throws InterruptedException {
        BatchStatusAnswer answer = askPartnerCenter(new ScriptedExchange.Thrown(rejection.failure));

        assertThat(party(answer)).isEqualTo(Party.CLIENT);
        assertThat(answer.trace().attempts()).isZero();
    }

    /** The head arrives and then nothing. */
    @ParameterizedTest
    @FieldSource("STALLED")
    void aResponseWithoutEndIsAnAnswer(int status) throws InterruptedException {
        assertThat(askPartnerCenter(new ScriptedExchange.Stalled(status))).isInstanceOf(Unavailable.class);
    }

    static final List<Integer> STALLED = List.of(200, 429, 2_000);

    private static Party party(BatchStatusAnswer answer) {
        return switch (answer) {
            case Refused refused -> refused.party();
            case Unavailable unavailable -> unavailable.party();
            case Found found -> Party.PARTNER_CENTER;
            case BatchStatusAnswer.NotFound notFound -> Party.PARTNER_CENTER;
            case BatchStatusAnswer.Unreadable unreadable -> Party.PARTNER_CENTER;
        };
    }

    private BatchStatusAnswer askPartnerCenter(ScriptedExchange exchange) throws InterruptedException {
        return ask(OneAttempt.at(CLEAR).httpClient(new ScriptedHttpClient(() -> exchange, Optional.empty())));
    }

    private BatchStatusAnswer askThrough(ProxySelector proxy, ScriptedExchange exchange) throws InterruptedException {
        return ask(OneAttempt.at(SECURE).httpClient(new ScriptedHttpClient(() -> exchange, Optional.of(proxy))));
    }

    private BatchStatusAnswer askPlatform(ScriptedExchange exchange) throws InterruptedException {
        IdentityPlatform platform = IdentityPlatform.at(CLEAR, PartnerCenterCloud.GLOBAL)
                .time(time, time)
                .httpClient(new ScriptedHttpClient(() -> exchange, Optional.empty()));
        return ask(OneAttempt.at(CLEAR)
                .tokens(AccessTokenSource.appOnly(platform, RegisteredApp.APP, ClientSecret.of(RegisteredApp.SECRET))));
    }

    private BatchStatusAnswer ask(PartnerCenterBuilder builder) throws InterruptedException {
        try (PartnerCenter partnerCenter =
                builder.time(time, time).attemptTimeout(Duration.ofMillis(500)).build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }
}
