package io.github.devicebatch.cli.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private final Trial trial = new Trial();

    @Test
    void showsTheMainJobInAboutTenSeconds() {
        Ran ran = trial.run("demo");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.firstLine()).startsWith("This is a demo ");
        assertThat(ran.out())
                .containsSubsequence(
                        "no data leaves this machine",
                        "0s  queued",
                        "4s  processing",
                        "8s  finished",
                        "all failed      47021739-",
                        "1234567890",
                        "*-13579",
                        "Another tenant has registered the device.",
                        "devicebatch status CUSTOMER/TRACKING --token-file",
                        "devicebatch wait CUSTOMER/TRACKING --token-file");
        assertThat(trial.time.pauses()).hasSize(4).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void anInterruptEndsTheDemoWith130() {
        Thread.currentThread().interrupt();

        assertThat(trial.run("demo").exitCode()).isEqualTo(130);
    }
}
