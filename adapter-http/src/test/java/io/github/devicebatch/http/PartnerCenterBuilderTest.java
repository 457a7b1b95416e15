package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerCenterBuilderTest {

    private final PartnerCenterBuilder description =
            PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

    @Test
    void requiresATokenSource() {
        assertThatThrownBy(PartnerCenter.at(PartnerCenterCloud.GLOBAL)::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tokens(…)");
    }

    @Test
    void doesNotChangeTheOriginalBuilder() {
        PartnerCenterBuilder without = PartnerCenter.at(PartnerCenterCloud.GLOBAL);
        without.tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

        assertThatThrownBy(without::build).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void rejectsAnAttemptTimeoutOutOfRange(Duration timeout) {
        assertThatThrownBy(() -> description.attemptTimeout(timeout)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsClearTextUrls() {
        assertThatThrownBy(() -> PartnerCenter.at(URI.create("http://api.partnercenter.microsoft.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use https");
    }

    /** An HTTP client that the caller provides. */
    @Nested
    class ProvidedHttpClient {

        @Test
        @ExtendWith(FakePartnerCenterExtension.class)
        void isNotClosed(FakePartnerCenter fake) throws InterruptedException {
            fake.script(Batches.REFERENCE).then(Batches.finished());
            try (HttpClient client = HttpClient.newHttpClient()) {
                PartnerCenterBuilder description = OneAttempt.at(fake.baseUrl()).httpClient(client);
                for (int use = 0; use < 3; use++) {
                    try (PartnerCenter partnerCenter = description.build()) {
                        partnerCenter.batchStatus().ask(Batches.REFERENCE);
                    }
                }

                assertThat(client.isTerminated()).isFalse();
                assertThat(fake.connections().accepted()).isEqualTo(1);
            }
        }
    }

    /** Values of headers. */
    @Nested
    class HeaderValues {

        @ParameterizedTest
        @ValueSource(strings = {"", "en_US", "x", "en-US\r\nEvil: 1", "ä"})
        void rejectsALocaleThatIsNotALanguageTag(String tag) {
            assertThatThrownBy(() -> description.locale(tag)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", " a", "a\r\nEvil: 1", "a\u0000", "ä"})
        void rejectsAnApplicationNameThatCouldBreakAHeader(String name) {
            assertThatThrownBy(() -> description.applicationName(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Evil");
        }
    }
}
