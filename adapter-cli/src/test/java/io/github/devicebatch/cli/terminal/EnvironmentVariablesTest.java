package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.signin.SignInSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {

    @Test
    void neverPrintsItsValues() {
        assertThat(new EnvironmentVariables(Map.of(SignInSetting.TOKEN.variable(), "s3cret")).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void takesAnEmptyVariableForAMissingOne() {
        assertThat(new EnvironmentVariables(Map.of("TERM", "")).get("TERM")).isEmpty();
    }
}
