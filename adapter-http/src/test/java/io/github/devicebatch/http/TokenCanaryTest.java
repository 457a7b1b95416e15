package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.http.support.Canaries;
import io.github.devicebatch.http.support.EscapedJson;
import io.github.devicebatch.http.support.EverythingLogged;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.FaultTable;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.Site;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends a canary for a token, lets the far end say it back in every way, and looks for it everywhere. */
class TokenCanaryTest {

    private static final String CANARY = "eyJ0eXAi+Y2FuYXJ5/c3VuZw.canary~song==";
    private static final List<String> FORMS = Canaries.formsOf(CANARY);
    private static final String SONG = String.join(" ", FORMS);

    private final EverythingLogged logged = new EverythingLogged();

    @BeforeEach
    void listen() {
        logged.listen();
    }

    @AfterEach
    void stopListening() {
        logged.stopListening();
    }

    static Stream<Reply> repliesThatSingTheCanarysSong() {
        return Stream.of(
                Reply.documentedExample(),
                Reply.documentedExample().withHeader("MS-RequestId", SONG).withHeader("MS-ServerId", SONG),
                Reply.fault(400, "1", "bad token " + SONG),
                Reply.fault(401, SONG, "bad token"),
                Reply.fault(403, "1", SONG),
                Reply.fault(404, "1", SONG),
                Reply.fault(500, "1", SONG),
                Reply.gatewayFault(429, SONG).withHeader("Retry-After", SONG),
                Reply.neighbourFault(503, SONG, SONG),
                Reply.tokenFault(401, SONG, SONG),
                Reply.html(502, SONG),
                Reply.html(200, SONG),
                Reply.json(200, SONG),
                Reply.json(200, "{\"batchTrackingId\":\"" + SONG + "\"}"),
                Reply.json(200, "{\"" + SONG + "\":" + SONG + "}"),
                describingABatchThatIs(SONG, "2017-07-25T10:00:00", "1234567890"),
                describingABatchThatIs("finished", SONG, "1234567890"),
                describingABatchThatIs("finished", "2017-07-25T10:00:00", SONG),
                describingABatchThatIs(EscapedJson.firstOf(CANARY), "2017-07-25T10:00:00", "1234567890"),
                describingABatchThatIs("finished", EscapedJson.lastOf(CANARY), "1234567890"),
                describingABatchThatIs("finished", "2017-07-25T10:00:00", EscapedJson.allOf(CANARY)),
                describingABatchThatIs("finished", "2017-07-25T10:00:00", EscapedJson.allOf(SONG)),
                Reply.json(403, "{\"code\":\"1\",\"description\":\"" + EscapedJson.allOf(SONG) + "\"}"),
                Reply.empty(302).withHeader("Location", "/" + SONG),
                Reply.documentedExample().truncatedAfter(100),
                Reply.documentedExample().stallingAfter(100),
                Reply.silence());
    }

    private static Reply describingABatchThatIs(String status, String startedTime, String serialNumber) {
        return Reply.json(200, """
                {"batchTrackingId":"%s","status":"%s","startedTime":"%s",
                 "devicesStatus":[{"serialNumber":"%s","status":"finished"}]}""".formatted(Batches.TRACKING, status, startedTime, serialNumber));
    }

    static Stream<Reply> descriptionsWithTheTokenInEscapes() {
        return Stream.of(EscapedJson.firstOf(CANARY), EscapedJson.lastOf(CANARY), EscapedJson.allOf(CANARY))
                .flatMap(token -> Stream.of(
                        describingABatchThatIs(token, "2017-07-25T10:00:00", "1234567890"),
                        describingABatchThatIs("finished", token, "1234567890"),
                        describingABatchThatIs("finished", "2017-07-25T10:00:00", token)));
    }

    @ParameterizedTest
    @MethodSource("descriptionsWithTheTokenInEscapes")
    void anAnswerWithTheTokenInEscapesIsUnreadable(Reply reply) throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                        .tokens(AccessTokenSource.fixed(AccessToken.of(CANARY)))
                        .build()) {
            fake.script(Batches.REFERENCE).then(reply);

            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .isInstanceOfSatisfying(
                            Unreadable.class,
                            unreadable -> assertThat(unreadable.why()).isEqualTo("it repeats the access token"));
        }
    }

    @ParameterizedTest
    @MethodSource("repliesThatSingTheCanarysSong")
    void theTokenIsNowhereToBeFound(Reply reply) throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                        .tokens(AccessTokenSource.fixed(AccessToken.of(CANARY)))
                        .attemptTimeout(Duration.ofMillis(300))
                        .build()) {
            fake.script(Batches.REFERENCE).then(reply);

            BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);

            assertThat(answer.toString()).as("the fake took the token").doesNotContain("Authorization");
            assertThat(answer + " " + partnerCenter + fake + fake.requests() + logged)
                    .doesNotContain(FORMS);
        }
    }

    /** All rows at once, because many of them take their time. */
    @Test
    void theTokenIsNowhereToBeFoundInAnyRowOfTheFaultTable() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = FaultTable.rows()
                    .map(row -> Map.entry(row, many.submit(() -> everythingToldIn(row))))
                    .toList();
            for (Map.Entry<FaultRow, Future<String>> row : told) {
                assertThat(row.getValue().get()).as(row.getKey().name()).doesNotContain(FORMS);
            }
        }
        assertThat(logged.toString()).doesNotContain(FORMS);
    }

    private static String everythingToldIn(FaultRow row) throws InterruptedException {
        var told = new StringBuilder();
        try (Site site = row.site().get();
                PartnerCenter partnerCenter = site.asking(ManualTime.start())
                        .tokens(AccessTokenSource.fixed(AccessToken.of(CANARY)))
                        .attemptTimeout(row.patience())
                        .listener((batch, attempt, answer, untilNext) -> told.append(answer))
                        .build()) {
            told.append(partnerCenter.batchStatus().ask(Batches.REFERENCE)).append(partnerCenter);
            site.fake().ifPresent(fake -> told.append(fake).append(fake.requests()));
        }
        return told.toString();
    }
}
