package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

    private final String product = UserAgent.of(Optional.empty());

    @Test
    void isTheLibraryAlone() {
        assertThat(product).matches("devicebatch(/[0-9A-Za-z.-]+)?");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    Contoso Depot,     (Contoso Depot)
                    depot/2.3,         (depot/2.3)
                    Depot (test),      (Depot \\(test\\))
                    C:\\depot,         (C:\\\\depot)
                    """)
    void hasTheApplicationAsComment(String application, String comment) {
        assertThat(UserAgent.of(Optional.of(application))).isEqualTo(product + " " + comment);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, devicebatch/1.2.3",
        "0.1.0-SNAPSHOT, devicebatch/0.1.0-SNAPSHOT",
        "'', devicebatch",
        "${v}, devicebatch"
    })
    void hasAVersionThatIsAToken(String version, String expected) {
        assertThat(UserAgent.product(version)).isEqualTo(expected);
    }
}
