package io.github.devicebatch.cli.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private final CommandTester tester = new CommandTester();

    @Test
    void showsTheMainJobInAboutTenSeconds() {
        RunResult result = tester.run("demo");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).startsWith("This is a demo ");
        assertThat(result.out())
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
        assertThat(tester.time.pauses()).hasSize(4).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void anInterruptEndsTheDemoWith130() {
        Thread.currentThread().interrupt();

        assertThat(tester.run("demo").exitCode()).isEqualTo(130);
    }
}
