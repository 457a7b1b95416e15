package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @EnumSource(PartnerCenterCloud.class)
    void acceptsEveryCloud(PartnerCenterCloud cloud) {
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
    void acceptsHttpsAndLoopback(String url) {
        assertThat(new BaseUrl(URI.create(url))).hasToString(url);
    }

    /** URLs that are not accepted. */
    @Nested
    class UnusableUrls {

        @ParameterizedTest
        @CsvSource(textBlock = """
            http://api.partnercenter.microsoft.com,  use https
            http://127.0.0.1.example.com,            use https
            http://localhost.example.com,            use https
            http://128.0.0.1,                        use https
            ftp://127.0.0.1,                         use https
            /v1,                                     no scheme and host
            mailto:someone@example.com,              no scheme and host
            https://s3cret@example.com,              'remove user, query and fragment'
            https://example.com?token=s3cret,        'remove user, query and fragment'
            https://example.com#s3cret,              'remove user, query and fragment'
            https://example.com/v1,                  remove /v1
            https://example.com/V1/,                 remove /v1
            """)
        void areRejectedWithASuggestion(String url, String wayOut) {
            assertThatThrownBy(() -> new BaseUrl(URI.create(url)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a base URL")
                    .hasMessageContaining(wayOut)
                    .hasMessageNotContaining("s3cret");
        }
    }

    /** The URL of a query. */
    @Nested
    class BatchJobStatusUrl {

        private static final BatchReference BATCH =
                BatchReference.parse("47021739-3426-40BF-9601-61B4B6D7C793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");

        @ParameterizedTest
        @ValueSource(strings = {"https://example.com", "https://example.com/", "https://example.com//"})
        void isBelowTheBaseUrl(String url) {
            assertThat(new BaseUrl(URI.create(url)).batchJobStatus(BATCH))
                    .hasToString("https://example.com/v1/customers/47021739-3426-40bf-9601-61b4b6d7c793"
                            + "/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378932");
        }

        @Test
        void keepsThePathOfTheBaseUrl() {
            assertThat(new BaseUrl(URI.create("https://example.com:8443/partner/")).batchJobStatus(BATCH))
                    .asString()
                    .startsWith("https://example.com:8443/partner/v1/customers/");
        }
    }
}
