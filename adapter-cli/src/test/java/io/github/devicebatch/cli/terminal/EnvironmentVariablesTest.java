package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {

    @Test
    void itsTextHasNoValues() {
        assertThat(new EnvironmentVariables(Map.of("DEVICEBATCH_TOKEN", "s3cret")).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void anEmptyVariableCountsAsMissing() {
        assertThat(new EnvironmentVariables(Map.of("TERM", "")).get("TERM")).isEmpty();
    }
}
