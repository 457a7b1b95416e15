package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
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
}
