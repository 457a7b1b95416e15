package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a question stands below its base. */
class BaseUrlPathTest {

    private static final BatchReference BATCH =
            BatchReference.parse("47021739-3426-40BF-9601-61B4B6D7C793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "https://example.com/", "https://example.com//"})
    void putsTheQuestionBehindTheBase(String url) {
        assertThat(new BaseUrl(URI.create(url)).batchJobStatus(BATCH))
                .hasToString("https://example.com/v1/customers/47021739-3426-40bf-9601-61b4b6d7c793"
                        + "/batchJobStatus/0127ed8e-ff72-4983-a3d8-e8d8bd378932");
    }

    @Test
    void keepsThePathOfAGateway() {
        assertThat(new BaseUrl(URI.create("https://example.com:8443/partner/")).batchJobStatus(BATCH))
                .asString()
                .startsWith("https://example.com:8443/partner/v1/customers/");
    }
}
