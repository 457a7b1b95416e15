package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens live an hour, and jobs may take longer: a wait outlives its tokens. */
class SignInWaitTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    @TempDir
    private Path folder;

    private final Trial trial = new Trial();
    private Partner partner;

    @BeforeEach
    void start() throws IOException {
        partner = new Partner(folder, trial.time).checkingTokens();
        partner.tell(trial);
        partner.fake
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.processing())
                .from(Duration.ofMinutes(200), Batches.finished());
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void theTokenOfAnAppIsRenewedBeforeItEnds() throws IOException {
        Ran ran = trial.run("wait", REFERENCE, "--timeout=5h", "--client-secret-file", partner.clientSecretFile());

        assertEndsWellWithoutARefusal(ran);
        assertThat(partner.tokens().requests("client_credentials")).isEqualTo(4);
    }

    @Test
    void theTokenOfAUserIsRenewedAndTheRefreshTokenReplacedEachTime() throws IOException {
        Path file = Path.of(partner.refreshTokenFile());

        Ran ran = trial.run("wait", REFERENCE, "--timeout=5h", "--refresh-token-file", file.toString());

        assertEndsWellWithoutARefusal(ran);
        assertThat(partner.tokens().requests("refresh_token")).isEqualTo(4);
        assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }

    @Test
    void whatATokenCommandPrintsIsReplacedWhenItIsRefused() throws IOException {
        String first = partner.file("first", partner.accessToken());
        String second = partner.file("second", partner.accessToken());
        partner.tokens().access().revoke(Files.readString(Path.of(first)));

        Ran ran = trial.run(
                "wait", REFERENCE, "--timeout=5h", "--token-command", "cat " + first + "; cp " + second + " " + first);

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err())
                .contains("--token-command COMMAND")
                .doesNotContain(second)
                .contains("try: get a new access token for https://api.partnercenter.microsoft.com");
    }

    private void assertEndsWellWithoutARefusal(Ran ran) {
        assertThat(ran.err()).doesNotContain("error:");
        assertThat(ran.exitCode()).isZero();
        assertThat(partner.fake.requests())
                .noneMatch(request -> request.status().orElse(0) == 401);
    }
}
