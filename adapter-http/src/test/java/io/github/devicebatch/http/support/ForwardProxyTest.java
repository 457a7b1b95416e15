package io.github.devicebatch.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.ForwardProxy.Login;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("peers")
class ForwardProxyTest {

    private static final Login LOGIN = new Login("us\"er", "p@ss:wö'rd/%41");
    private static NginxServer target;
    private static ForwardProxy open;
    private static ForwardProxy guarded;

    @BeforeAll
    static void start() {
        target = NginxServer.start(NginxServer.Config.clearText(new NginxServer.Source.Fixed(200, "{}")));
        open = ForwardProxy.start(Optional.empty(), Map.of("api.example", "127.0.0.1"));
        guarded = ForwardProxy.start(Optional.of(LOGIN), Map.of("api.example", "127.0.0.1"));
    }

    @AfterAll
    static void close() {
        guarded.close();
        open.close();
        target.close();
    }

    @ParameterizedTest(name = "{0}:{1} -> {2}")
    @CsvSource({
        "api.example, 0, 200",
        "127.0.0.1, 0, 200",
        "forbidden.example, 0, 403",
        "a.forbidden.example, 0, 403",
        "api.example, 1, 503"
    })
    void opensTunnels(String host, int port, int status) throws IOException {
        int real = port == 0 ? target.port() : port;
        assertThat(connect(open.address(), host + ":" + real, "")).isEqualTo(status);
    }

    @ParameterizedTest(name = "[{0}] -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            us"er:p@ss:wö'rd/%41  | 200
            us"er:p@ss:wö'rd/A    | 407
            user:password         | 407
                                  | 407
            """)
    void wantsItsLogin(String login, int status) throws IOException {
        String header = login == null
                ? ""
                : "Proxy-Authorization: Basic "
                        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        assertThat(connect(guarded.address(), "api.example:" + target.port(), header))
                .isEqualTo(status);
    }

    private static int connect(InetSocketAddress proxy, String target, String header) throws IOException {
        try (Socket socket = new Socket(proxy.getAddress(), proxy.getPort())) {
            String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
        }
    }
}
