package com.example.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application against the fake Partner Center, over real HTTP on both sides. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UploadsApplicationTest {

    private static final FakePartnerCenter FAKE = FakePartnerCenter.start();

    @TempDir
    private static Path folder;

    private static Path tokenFile;

    @BeforeAll
    static void writeToken() throws IOException {
        tokenFile = Files.writeString(folder.resolve("token"), "made-up\n");
    }

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("DEVICEBATCH_BASE_URL", FAKE::baseUrl);
        registry.add("DEVICEBATCH_TOKEN_FILE", () -> tokenFile.toString());
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Reply.documentedExample(), 200, "ALL_FAILED"),
                Arguments.of(Reply.empty(404), 404, ""),
                Arguments.of(Reply.empty(403), 502, "FORBIDDEN"),
                Arguments.of(Reply.html(200, "<p>sign in</p>"), 502, "the body can't be trusted"),
                // last, because it holds the later queries back
                Arguments.of(Reply.throttled(Duration.ofMinutes(5)), 503, "THROTTLED"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void answersWithTheOutcome(Reply reply, int status, String body) throws Exception {
        FAKE.script(Batches.REFERENCE).then(reply);

        HttpResponse<String> response;
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + "/uploads/" + Batches.REFERENCE);
            response = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith(body);
        assertThat(FAKE.requests().getLast().header("User-Agent").orElseThrow())
                .matches("devicebatch/0\\.1\\.0\\S* \\(uploads example\\)");
    }
}
