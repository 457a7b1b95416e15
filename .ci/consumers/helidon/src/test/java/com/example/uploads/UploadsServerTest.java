package com.example.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server against the fake Partner Center, over real HTTP on both sides. */
class UploadsServerTest {

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Reply.documentedExample(), 200, "ALL_FAILED"),
                Arguments.of(Reply.empty(404), 404, ""),
                Arguments.of(Reply.empty(403), 502, "FORBIDDEN"),
                Arguments.of(Reply.throttled(Duration.ofMinutes(5)), 503, "THROTTLED"),
                Arguments.of(Reply.html(200, "<p>sign in</p>"), 502, "the body can't be trusted"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void answersWithTheOutcome(Reply reply, int status, String body) throws Exception {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .build();
                HttpClient client = HttpClient.newHttpClient()) {
            fake.script(Batches.REFERENCE).then(reply);
            WebServer server = UploadsServer.start(partnerCenter.batchStatus());
            try {
                URI uri = URI.create("http://127.0.0.1:" + server.port() + "/uploads/" + Batches.REFERENCE);
                HttpResponse<String> response =
                        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

                assertThat(response.statusCode()).isEqualTo(status);
                assertThat(response.body()).startsWith(body);
            } finally {
                server.stop();
            }
        }
    }
}
