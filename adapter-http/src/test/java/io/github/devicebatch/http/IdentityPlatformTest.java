package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPlatformTest {

    @ParameterizedTest
    @CsvSource({
        "GLOBAL, https://login.microsoftonline.com",
        "CHINA, https://login.chinacloudapi.cn",
        "US_GOVERNMENT, https://login.microsoftonline.us"
    })
    void hasTheAuthorityOfTheCloud(PartnerCenterCloud cloud, String authority) {
        assertThat(IdentityPlatform.at(cloud)).hasToString("IdentityPlatform[" + authority + ", " + cloud + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "GLOBAL, https://api.partnercenter.microsoft.com",
        "CHINA, https://partner.partnercenterapi.microsoftonline.cn",
        "US_GOVERNMENT, https://api.partnercenter.microsoft.com"
    })
    void hasTheScopesOfTheCloud(PartnerCenterCloud cloud, String resource) {
        assertThat(cloud.appOnlyScope()).isEqualTo(resource + "/.default");
        assertThat(cloud.appAndUserScope()).isEqualTo(resource + "/user_impersonation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example",
                "https://login.example/",
                "https://login.example:8443",
                "http://127.0.0.1:8080",
                "http://localhost",
                "http://[::1]:8080"
            })
    void acceptsHttpsAndLoopback(String authority) {
        assertThat(IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                .hasToString("IdentityPlatform[" + authority + ", GLOBAL]");
    }

    /** An authority that is not accepted. */
    @Nested
    class UnusableAuthority {

        @ParameterizedTest
        @ValueSource(
                strings = {"http://login.example", "http://127.0.0.1.example", "ftp://127.0.0.1", "http://10.0.0.1"})
        void rejectsClearTextExceptOnLoopback(String authority) {
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
        void rejectsMoreThanAnOrigin(String authority) {
            assertThatThrownBy(() -> IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not an authority; it has more than scheme, host and port;"
                            + " remove the rest; the tenant is a separate setting");
        }

        @ParameterizedTest
        @ValueSource(strings = {"login.example", "https:login", "/login"})
        void rejectsUrlsWithoutAnOrigin(String authority) {
            assertThatThrownBy(() -> IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not an authority; it has no scheme and host;"
                            + " give one such as https://login.microsoftonline.com");
        }
    }

    /** Settings that are not accepted. */
    @Nested
    class UnusableSettings {

        @Test
        void rejectsAClientThatFollowsRedirects() {
            try (HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                assertThatThrownBy(() ->
                                IdentityPlatform.at(PartnerCenterCloud.GLOBAL).httpClient(client))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("would send credentials to another host");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
        void rejectsATimeoutOutOfRange(Duration timeout) {
            assertThatThrownBy(
                            () -> IdentityPlatform.at(PartnerCenterCloud.GLOBAL).exchangeTimeout(timeout))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("exchangeTimeout is positive and at most a day");
        }
    }
}
