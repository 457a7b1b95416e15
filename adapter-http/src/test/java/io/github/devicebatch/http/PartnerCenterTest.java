package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

class PartnerCenterTest {

    private final PartnerCenterBuilder description =
            PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(AccessTokenSource.fixed(AccessToken.of("s3cret")));

    @Test
    void printsItsStackAndNoSecret() {
        try (PartnerCenter partnerCenter = description.build()) {
            assertThat(partnerCenter)
                    .hasToString("PartnerCenter[https://api.partnercenter.microsoft.com,"
                            + " RetryingQuery[CircuitBreakingQuery[RateLimitingQuery[HttpBatchStatusQuery]]]]");
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
    void refusesAClientThatFollowsRedirects() {
        try (HttpClient follower = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatThrownBy(() -> description.httpClient(follower))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Redirect.NEVER");
        }
    }
}
