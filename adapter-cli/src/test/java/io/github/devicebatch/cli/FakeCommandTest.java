package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.FakePartnerCenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeCommandTest {

    private final Trial trial = new Trial();

    @Test
    void saysThatAPortIsTaken() {
        try (FakePartnerCenter taken = FakePartnerCenter.start()) {
            int port = taken.baseUrl().getPort();

            Ran ran = trial.run("fake", "--port", Integer.toString(port));

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("error: cannot listen on 127.0.0.1:" + port + "\nwhy: ")
                    .contains("try: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "eighty"})
    void refusesWhatIsNoPort(String port) {
        Ran ran = trial.run("fake", "--port=" + port);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--port", port);
    }

    @Test
    void printsItsUrlFirstThenHowToAskIt() {
        Thread.currentThread().interrupt();

        Ran ran = trial.run("fake");

        assertThat(ran.out()).matches("listening on http://127\\.0\\.0\\.1:\\d+\n");
        assertThat(ran.err()).contains("devicebatch status 47021739-", " --base-url http://127.0.0.1:");
        assertThat(ran.exitCode()).isEqualTo(130);
    }
}
