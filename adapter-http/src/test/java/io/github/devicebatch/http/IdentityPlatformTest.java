package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
    void isTheCloudsOwn(PartnerCenterCloud cloud, String authority) {
        assertThat(IdentityPlatform.at(cloud)).hasToString("IdentityPlatform[" + authority + ", " + cloud + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "GLOBAL, https://api.partnercenter.microsoft.com",
        "CHINA, https://partner.partnercenterapi.microsoftonline.cn",
        "US_GOVERNMENT, https://api.partnercenter.microsoft.com"
    })
    void issuesTokensForTheCloudsPartnerCenter(PartnerCenterCloud cloud, String resource) {
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
    void mayStandAnywhereThatIsSafe(String authority) {
        assertThat(IdentityPlatform.at(URI.create(authority), PartnerCenterCloud.GLOBAL))
                .hasToString("IdentityPlatform[" + authority + ", GLOBAL]");
    }
}
