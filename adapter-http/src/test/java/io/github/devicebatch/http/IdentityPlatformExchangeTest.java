package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an identity platform may be asked. */
class IdentityPlatformExchangeTest {

    @Test
    void refusesAClientThatFollowsRedirects() {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatThrownBy(
                            () -> IdentityPlatform.at(PartnerCenterCloud.GLOBAL).httpClient(client))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("would send credentials to another host");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void refusesATimeoutThatIsNone(Duration timeout) {
        assertThatThrownBy(() -> IdentityPlatform.at(PartnerCenterCloud.GLOBAL).exchangeTimeout(timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("exchangeTimeout is positive and at most a day");
    }
}
