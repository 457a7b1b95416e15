package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    @Test
    void findsHeadersInAnyCaseAndKeepsEachValue() throws Exception {
        Request request = reading("GET /a?b HTTP/1.1\r\nAccept:  text/html \r\naccept: application/json\r\n\r\n")
                .read()
                .orElseThrow();
        assertThat(request.values("ACCEPT")).containsExactly("text/html", "application/json");
        assertThat(request.target()).isEqualTo("/a?b");
        assertThat(request.path()).isEqualTo("/a");
    }

    @Test
    void readsSuccessiveRequests() throws Exception {
        RequestReader reader = reading("POST /a HTTP/1.1\nContent-Length: 3\n\nxyzGET /b HTTP/1.1\n\n");
        assertThat(reader.read())
                .hasValueSatisfying(first -> assertThat(first.path()).isEqualTo("/a"));
        assertThat(reader.read())
                .hasValueSatisfying(second -> assertThat(second.path()).isEqualTo("/b"));
        assertThat(reader.read()).isEmpty();
    }

    static Stream<Arguments> unacceptable() {
        String header = "X: y\r\n";
        return Stream.of(
                Arguments.of(400, "nonsense\r\n\r\n"),
                Arguments.of(400, "\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/2.0\r\n\r\n"),
                Arguments.of(400, "GET /a b HTTP/1.1\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nno colon\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nX: y\r\n folded\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
                Arguments.of(411, "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"),
                Arguments.of(413, "GET / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n"),
                Arguments.of(414, "GET /" + "a".repeat(LineReader.MAX_LINE_LENGTH) + " HTTP/1.1\r\n\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\nX: " + "a".repeat(LineReader.MAX_LINE_LENGTH) + "\r\n\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\n" + header.repeat(RequestReader.MAX_HEADERS + 1) + "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    @ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
    void rejectsUnacceptableRequests(int status, String bytes, RawClient client) throws IOException {
        assertThatThrownBy(() -> reading(bytes).read())
                .isInstanceOfSatisfying(
                        RequestReader.UnacceptableRequestException.class,
                        unacceptable ->
                                assertThat(unacceptable.reply().status()).isEqualTo(status));
        assertThat(client.send(bytes).closeOutputAndReadAll())
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Connection: close");
    }

    @Test
    void acceptsTheMaximumNumberOfHeaders() throws Exception {
        String most = "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(RequestReader.MAX_HEADERS) + "\r\n";
        assertThat(reading(most).read().orElseThrow().values("X")).hasSize(RequestReader.MAX_HEADERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HT", "GET / HTTP/1.1\r\nX: y\r\n", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab"})
    void distinguishesATruncatedRequestFromTheEnd(String bytes) {
        assertThatThrownBy(() -> reading(bytes).read()).isInstanceOf(EOFException.class);
    }

    private static RequestReader reading(String bytes) {
        return new RequestReader(
                1, new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)), OutputStream.nullOutputStream());
    }
}
