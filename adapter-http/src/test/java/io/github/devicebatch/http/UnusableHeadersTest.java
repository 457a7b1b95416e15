package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused because it would go into a header. */
class UnusableHeadersTest {

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
