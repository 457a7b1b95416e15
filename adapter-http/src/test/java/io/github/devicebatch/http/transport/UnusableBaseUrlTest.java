package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be no base of questions. */
class UnusableBaseUrlTest {

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
    void refusesAnythingElseAndSaysTheWayOut(String url, String wayOut) {
        assertThatThrownBy(() -> new BaseUrl(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a base URL")
                .hasMessageContaining(wayOut)
                .hasMessageNotContaining("s3cret");
    }
}
