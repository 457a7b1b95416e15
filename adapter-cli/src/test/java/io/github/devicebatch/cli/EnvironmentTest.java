package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void neverPrintsItsValues() {
        assertThat(new Environment(Map.of(SignInSetting.TOKEN.variable(), "s3cret")).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void takesAnEmptyVariableForAMissingOne() {
        assertThat(new Environment(Map.of("TERM", "")).get("TERM")).isEmpty();
    }
}
