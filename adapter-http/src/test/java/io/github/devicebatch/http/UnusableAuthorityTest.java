package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no identity platform may stand. */
class UnusableAuthorityTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example", "http://127.0.0.1.example", "ftp://127.0.0.1", "http://10.0.0.1"})
    void isRefusedInTheClearAnywhereButOnLoopback(String authority) {
        assertThatThrownBy(() -> IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an authority; it would send credentials in the clear;"
                        + " use https; http is for loopback only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example/tenant",
                "https://login.example//",
                "https://secret@login.example",
                "https://login.example?secret",
                "https://login.example#secret"
            })
    void isRefusedWithMoreThanAnOrigin(String authority) {
        assertThatThrownBy(() -> IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an authority; it has more than scheme, host and port;"
                        + " remove the rest; the tenant is a separate setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login.example", "https:login", "/login"})
    void isRefusedWithoutAnOrigin(String authority) {
        assertThatThrownBy(() -> IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an authority; it has no scheme and host;"
                        + " give one such as https://login.microsoftonline.com");
    }
}
