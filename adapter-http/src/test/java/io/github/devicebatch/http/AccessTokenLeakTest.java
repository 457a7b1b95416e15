package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.http.support.EscapedJson;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.FaultTable;
import io.github.devicebatch.http.support.LeakedSecrets;
import io.github.devicebatch.http.support.LogCapture;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.TestServer;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that no output contains the access token, even if every kind of reply repeats it. */
@ExtendWith(FakePartnerCenterExtension.class)
class AccessTokenLeakTest {

    private static final String SECRET = "eyJ0eXAi+Y2FuYXJ5/c3VuZw.canary~song==";
    private static final List<String> FORMS = LeakedSecrets.formsOf(SECRET);
    private static final String LEAK = String.join(" ", FORMS);

    private final LogCapture logged = new LogCapture();

    @BeforeEach
    void start() {
        logged.start();
    }

    @AfterEach
    void stop() {
        logged.stop();
    }

    static Stream<Reply> leakingReplies() {
        return Stream.of(
                Reply.documentedExample(),
                Reply.documentedExample().withHeader("MS-RequestId", LEAK).withHeader("MS-ServerId", LEAK),
                Reply.fault(400, "1", "bad token " + LEAK),
                Reply.fault(401, LEAK, "bad token"),
                Reply.fault(403, "1", LEAK),
                Reply.fault(404, "1", LEAK),
                Reply.fault(500, "1", LEAK),
                Reply.gatewayFault(429, LEAK).withHeader("Retry-After", LEAK),
                Reply.neighbourFault(503, LEAK, LEAK),
                Reply.tokenFault(401, LEAK, LEAK),
                Reply.html(502, LEAK),
                Reply.html(200, LEAK),
                Reply.json(200, LEAK),
                Reply.json(200, "{\"batchTrackingId\":\"" + LEAK + "\"}"),
                Reply.json(200, "{\"" + LEAK + "\":" + LEAK + "}"),
                describing(LEAK, "2017-07-25T10:00:00", "1234567890"),
                describing("finished", LEAK, "1234567890"),
                describing("finished", "2017-07-25T10:00:00", LEAK),
                describing(EscapedJson.firstOf(SECRET), "2017-07-25T10:00:00", "1234567890"),
                describing("finished", EscapedJson.lastOf(SECRET), "1234567890"),
                describing("finished", "2017-07-25T10:00:00", EscapedJson.allOf(SECRET)),
                describing("finished", "2017-07-25T10:00:00", EscapedJson.allOf(LEAK)),
                Reply.json(403, "{\"code\":\"1\",\"description\":\"" + EscapedJson.allOf(LEAK) + "\"}"),
                Reply.empty(302).withHeader("Location", "/" + LEAK),
                Reply.documentedExample().truncatedAfter(100),
                Reply.documentedExample().stallingAfter(100),
                Reply.silence());
    }

    private static Reply describing(String status, String startedTime, String serialNumber) {
        return Reply.json(200, """
                {"batchTrackingId":"%s","status":"%s","startedTime":"%s",
                 "devicesStatus":[{"serialNumber":"%s","status":"finished"}]}""".formatted(Batches.TRACKING, status, startedTime, serialNumber));
    }

    @ParameterizedTest
    @MethodSource("leakingReplies")
    void noReplyLeaksTheToken(Reply reply, FakePartnerCenter fake) throws InterruptedException {
        try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of(SECRET)))
                .attemptTimeout(Duration.ofMillis(300))
                .build()) {
            fake.script(Batches.REFERENCE).then(reply);

            BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);

            assertThat(answer.toString()).as("the fake took the token").doesNotContain("Authorization");
            assertThat(answer + " " + partnerCenter + fake + fake.requests() + logged)
                    .doesNotContain(FORMS);
        }
    }

    static Stream<Reply> statusesWithTheEscapedToken() {
        return Stream.of(EscapedJson.firstOf(SECRET), EscapedJson.lastOf(SECRET), EscapedJson.allOf(SECRET))
                .flatMap(token -> Stream.of(
                        describing(token, "2017-07-25T10:00:00", "1234567890"),
                        describing("finished", token, "1234567890"),
                        describing("finished", "2017-07-25T10:00:00", token)));
    }

    @ParameterizedTest
    @MethodSource("statusesWithTheEscapedToken")
    void aStatusWithTheEscapedTokenIsUnreadable(Reply reply, FakePartnerCenter fake) throws InterruptedException {
        try (PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of(SECRET)))
                .build()) {
            fake.script(Batches.REFERENCE).then(reply);

            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .isInstanceOfSatisfying(
                            Unreadable.class,
                            unreadable -> assertThat(unreadable.why()).isEqualTo("it repeats the access token"));
        }
    }

    /** Runs the rows concurrently, because many of them last until a timeout. */
    @Test
    void noRowOfTheFaultTableLeaksTheToken() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var output = FaultTable.rows()
                    .map(row -> Map.entry(row, threads.submit(() -> output(row))))
                    .toList();
            for (Map.Entry<FaultRow, Future<String>> row : output) {
                assertThat(row.getValue().get()).as(row.getKey().name()).doesNotContain(FORMS);
            }
        }
        assertThat(logged.toString()).doesNotContain(FORMS);
    }

    private static String output(FaultRow row) throws InterruptedException {
        var output = new StringBuilder();
        try (TestServer server = row.server().get();
                PartnerCenter partnerCenter = server.builder(ManualTime.start())
                        .tokens(AccessTokenSource.fixed(AccessToken.of(SECRET)))
                        .attemptTimeout(row.timeout())
                        .listener((batch, attempt, answer, untilNext) -> output.append(answer))
                        .build()) {
            output.append(partnerCenter.batchStatus().ask(Batches.REFERENCE)).append(partnerCenter);
            server.fake().ifPresent(fake -> output.append(fake).append(fake.requests()));
        }
        return output.toString();
    }
}
