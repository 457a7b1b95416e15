package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.http.support.ForwardProxy;
import io.github.devicebatch.http.support.ForwardProxy.Login;
import io.github.devicebatch.http.support.NginxServer;
import io.github.devicebatch.http.support.ScriptedProxy;
import io.github.devicebatch.http.transport.ProxyProbe.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyProbeTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("user:password".getBytes());

    /** Squid in front of nginx. */
    @Nested
    @Tag("peers")
    class OfARealProxy {

        private static NginxServer target;
        private static ForwardProxy squid;

        @BeforeAll
        static void start() {
            target = NginxServer.start(NginxServer.Config.clearText(new NginxServer.Source.Fixed(200, "{}")));
            squid = ForwardProxy.start(Optional.of(new Login("user", "password")), Map.of("api.example", "127.0.0.1"));
        }

        @AfterAll
        static void close() {
            squid.close();
            target.close();
        }

        @Test
        void learnsThatARealProxyOpensTheTunnel() throws InterruptedException {
            assertThat(new ProxyProbe(squid.address(), Optional.of(LOGIN)).ask("api.example", target.port(), TIMEOUT))
                    .isEqualTo(new Answer.Tunnel());
        }

        @ParameterizedTest(name = "{0}:{1}, login {2} -> {3}")
        @CsvSource({"api.example, 443, false, 407", "forbidden.example, 443, true, 403", "api.example, 1, true, 503"})
        void learnsWhyARealProxyDoesNot(String host, int port, boolean login, int status) throws InterruptedException {
            ProxyProbe probe = new ProxyProbe(squid.address(), login ? Optional.of(LOGIN) : Optional.empty());
            assertThat(probe.ask(host, port, TIMEOUT))
                    .asInstanceOf(type(Answer.Declined.class))
                    .satisfies(declined -> assertThat(declined.status()).isEqualTo(status))
                    .satisfies(declined -> assertThat(
                                    declined.headers().firstValue("Server").orElseThrow())
                            .startsWith("squid/"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 429 Slow;Retry-After: 9;;       | 429 | 9
            HTTP/1.0 503;retry-after:   120  ;;      | 503 | 120
            HTTP/1.1 302 Found;Location: x;;         | 302 |
            HTTP/1.1 403 Forbidden;no header;;<html> | 403 |
            HTTP/1.1 101 Switching;;                 | 101 |
            """)
    void readsStatusAndHeaders(String answer, int status, String retryAfter) throws InterruptedException {
        assertThat(answerOf(answer.replace(";", "\r\n")))
                .asInstanceOf(type(Answer.Declined.class))
                .satisfies(declined -> assertThat(declined.status()).isEqualTo(status))
                .satisfies(declined -> assertThat(declined.headers().firstValue("Retry-After"))
                        .isEqualTo(Optional.ofNullable(retryAfter)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.0 204\r\nA: b\r\n\r\n", "HTTP/1.1 200 OK\n\n"})
    void every2xxIsATunnel(String answer) throws InterruptedException {
        assertThat(answerOf(answer)).isEqualTo(new Answer.Tunnel());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 099 OK\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "SSH-2.0-server\r\n\r\n"
            })
    void otherResponsesAreProtocolErrors(String answer) throws InterruptedException {
        assertThat(failureOf(answer)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void lengthOfTheHeadIsLimited() throws InterruptedException {
        assertThat(failureOf("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(20_000))).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nA: b\r\n"})
    void rejectsATruncatedHead(String answer) throws InterruptedException {
        assertThat(failureOf(answer)).isInstanceOf(EOFException.class);
    }

    @Test
    void sendsTheLoginToTheProxyAndPrintsItNowhere() throws InterruptedException {
        try (ScriptedProxy proxy = ScriptedProxy.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            ProxyProbe probe = new ProxyProbe(proxy.address(), Optional.of(LOGIN));
            probe.ask("[fd00::1]", 443, TIMEOUT);
            assertThat(proxy.heads())
                    .containsExactly("CONNECT [fd00::1]:443 HTTP/1.1\r\nHost: [fd00::1]:443\r\n"
                            + "Proxy-Authorization: " + LOGIN + "\r\n\r\n");
            assertThat(probe)
                    .hasToString("ProxyProbe[127.0.0.1:" + proxy.address().getPort() + "]");
        }
    }

    @Test
    void reportsAProxyThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(failure((InetSocketAddress) silent.getLocalSocketAddress(), Duration.ofMillis(50)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void reportsAnUnreachableProxy() throws Exception {
        assertThat(failure(closedPort(), TIMEOUT)).isInstanceOf(ConnectException.class);
        assertThat(failure(InetSocketAddress.createUnresolved("proxy.invalid", 1), TIMEOUT))
                .isInstanceOf(UnknownHostException.class);
    }

    /** Returns the address of a socket that never accepted a connection and is closed. */
    private static InetSocketAddress closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    @Test
    void isInterruptible() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            InetSocketAddress address = (InetSocketAddress) silent.getLocalSocketAddress();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> failure(address, TIMEOUT)).isInstanceOf(InterruptedException.class);
        }
    }

    private static IOException failure(InetSocketAddress proxy, Duration timeout) throws InterruptedException {
        return ((Answer.None) new ProxyProbe(proxy, Optional.empty()).ask("api.example", 443, timeout)).failure();
    }

    private static IOException failureOf(String answer) throws InterruptedException {
        return ((Answer.None) answerOf(answer)).failure();
    }

    private static Answer answerOf(String answer) throws InterruptedException {
        try (ScriptedProxy proxy = ScriptedProxy.answering(answer)) {
            return new ProxyProbe(proxy.address(), Optional.empty()).ask("api.example", 443, TIMEOUT);
        }
    }
}
