package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerCenterTest {

    private final PartnerCenterBuilder description =
            PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

    @Test
    void printsItsStackAndNoSecret() {
        try (PartnerCenter partnerCenter = description.build()) {
            assertThat(partnerCenter)
                    .hasToString("PartnerCenter[https://api.partnercenter.microsoft.com,"
                            + " Retrying[CircuitBreaking[RateLimiting[HttpBatchStatusQuery]]]]");
        }
    }

    @Test
    void givesTheSameQuestionEveryTimeAndClosesTwice() {
        PartnerCenter partnerCenter = description.build();

        assertThat(partnerCenter.batchStatus()).isSameAs(partnerCenter.batchStatus());
        partnerCenter.close();
        partnerCenter.close();
    }

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

    @Test
    void refusesAClientThatFollowsRedirects() {
        try (HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatThrownBy(() -> description.httpClient(follower))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Redirect.NEVER");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void refusesAnAttemptWithoutTime(Duration timeout) {
        assertThatThrownBy(() -> description.attemptTimeout(timeout)).isInstanceOf(IllegalArgumentException.class);
    }

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

    @Test
    void refusesToSendATokenInTheClear() {
        assertThatThrownBy(() -> PartnerCenter.at(URI.create("http://api.partnercenter.microsoft.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use https");
    }
}
