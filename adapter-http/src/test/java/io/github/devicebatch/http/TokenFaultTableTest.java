package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.http.support.TestServer;
import io.github.devicebatch.http.support.TokenFaultRow;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks every row of the token endpoint's fault table with all decorators. */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
record TokenFaultTableTest(FakePartnerCenter partnerCenter, ManualTime time) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.support.TokenFaultTable#rows")
    void hasTheExpectedAnswer(TokenFaultRow row) throws InterruptedException {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
        try (TestServer server = row.server().get();
                PartnerCenter opened = builder(server, row).build()) {
            BatchStatusAnswer answer = opened.batchStatus().ask(Batches.REFERENCE);

            assertThat(TokenFaultRow.summary(answer)).isEqualTo(row.answer());
            boolean found = row.answer().equals("Found");
            assertThat(answer.trace().attempts()).isEqualTo(found ? 1 : 0);
            assertThat(partnerCenter.requestCount()).isEqualTo(found ? 1 : 0);
            if (server.fake().isPresent()) {
                assertExpectedRequests(server.fake().get(), row);
                assertNoConnectionOpen(server.fake().get(), row);
            }
        }
    }

    private PartnerCenterBuilder builder(TestServer server, TokenFaultRow row) {
        IdentityPlatform platform = IdentityPlatform.at(server.url(), PartnerCenterCloud.GLOBAL)
                .httpClient(server.client())
                .exchangeTimeout(row.timeout())
                .time(time, time);
        return PartnerCenter.at(partnerCenter.baseUrl())
                .tokens(AccessTokenSource.appOnly(platform, RegisteredApp.APP, ClientSecret.of(RegisteredApp.SECRET)))
                .time(time, time)
                .random(most -> most);
    }

    /** Checks the number of requests; the JDK does not repeat a POST. */
    private static void assertExpectedRequests(FakePartnerCenter platform, TokenFaultRow row) {
        if (!row.name().equals("reset on accept")) {
            assertThat(platform.tokens().requests("client_credentials")).isEqualTo(row.requests());
        }
    }

    private static void assertNoConnectionOpen(FakePartnerCenter platform, TokenFaultRow row)
            throws InterruptedException {
        if (row.answer().startsWith("UN") || row.answer().startsWith("TIMED_OUT")) {
            assertThat(platform.connections().awaitOpen(0, TIMEOUT)).isTrue();
        }
    }
}
