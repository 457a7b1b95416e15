package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A description, and what it refuses. */
class PartnerCenterBuilderTest {

    private final PartnerCenterBuilder description =
            PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

    @Test
    void needsToKnowWhereTokensComeFrom() {
        assertThatThrownBy(PartnerCenter.at(PartnerCenterCloud.GLOBAL)::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tokens(…)");
    }

    @Test
    void leavesADescriptionAsItWasWhenMoreIsSaid() {
        PartnerCenterBuilder without = PartnerCenter.at(PartnerCenterCloud.GLOBAL);
        without.tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

        assertThatThrownBy(without::build).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void refusesAnAttemptWithoutTime(Duration timeout) {
        assertThatThrownBy(() -> description.attemptTimeout(timeout)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToSendATokenInTheClear() {
        assertThatThrownBy(() -> PartnerCenter.at(URI.create("http://api.partnercenter.microsoft.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use https");
    }

    /** The HTTP client that a caller brings along. */
    @Nested
    class ProvidedHttpClient {

        @Test
        void theCallersOwnClientStaysOpen() throws InterruptedException {
            try (FakePartnerCenter fake = FakePartnerCenter.start();
                    HttpClient client = HttpClient.newHttpClient()) {
                PartnerCenterBuilder description = OneAttempt.at(fake.baseUrl()).httpClient(client);
                for (int life = 0; life < 3; life++) {
                    try (PartnerCenter partnerCenter = description.build()) {
                        partnerCenter.batchStatus().ask(Batches.REFERENCE);
                    }
                }

                assertThat(client.isTerminated()).isFalse();
                assertThat(fake.connections().accepted()).isEqualTo(1);
            }
        }
    }

    /** What is refused because it would go into a header. */
    @Nested
    class HeaderValues {

        private final PartnerCenterBuilder description =
                PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

        @ParameterizedTest
        @ValueSource(strings = {"", "en_US", "x", "en-US\r\nEvil: 1", "ä"})
        void refusesALocaleThatIsNoLanguageTag(String tag) {
            assertThatThrownBy(() -> description.locale(tag)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", " a", "a\r\nEvil: 1", "a\u0000", "ä"})
        void refusesAnApplicationNameThatCouldBreakAHeader(String name) {
            assertThatThrownBy(() -> description.applicationName(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Evil");
        }
    }
}
