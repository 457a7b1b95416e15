package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.PartnerCenterCloud;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @EnumSource(PartnerCenterCloud.class)
    void takesEveryCloud(PartnerCenterCloud cloud) {
        assertThat(new BaseUrl(cloud.baseUrl()).isSecure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://127.1.2.3",
                "http://localhost:1/",
                "http://LOCALHOST",
                "http://[::1]:99",
                "HTTPS://example.com/partner/",
            })
    void takesHttpsAndLoopback(String url) {
        assertThat(new BaseUrl(URI.create(url))).hasToString(url);
    }
}
