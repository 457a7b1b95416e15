package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that is refused or ends is replaced, once. */
class SignInRenewalTest {

    private static final String ALL_FAILED = "all failed      " + Batches.REFERENCE;

    @TempDir
    private Path folder;

    private Partner partner;

    @BeforeEach
    void start() throws IOException {
        partner = new Partner(folder).checkingTokens();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void aTokenThatWasRevokedIsReplacedOnceWithoutAWord() throws IOException {
        String secret = partner.clientSecretFile();
        partner.tokens().replies(tokenReply("revoked-in-the-meantime"));

        assertShowsTheExample(run("--client-secret-file", secret));

        assertThat(partner.tokens().requests("client_credentials")).isEqualTo(2);
        assertThat(statusRequests()).isEqualTo(2);
    }

    @Test
    void aTokenFileIsReadAgainAndATokenCommandRunAgainWhenTheTokenIsRefused() throws IOException {
        String file = partner.file("access-token", "stale\n");
        String fresh = partner.file("fresh", partner.accessToken() + "\n");
        String command = "cat " + file + "; cp " + fresh + " " + file;

        assertShowsTheExample(run("--token-command", command));
        assertThat(statusRequests()).isEqualTo(2);

        assertThat(run("--token-file", partner.file("access-token", "stale\n")).exitCode())
                .isEqualTo(4);
        assertThat(statusRequests()).isEqualTo(3);
    }

    @Test
    void aTokenThatIsRefusedAgainAndAgainIsReplacedOnceForAllQuestions() throws IOException {
        Path runs = folder.resolve("runs");
        String command = "echo x >> " + runs + "; echo refused-$(wc -l < " + runs + ")";
        String reference = Batches.REFERENCE.toString();

        Ran ran = partner.trial().run("status", reference, reference, reference, "--token-command", command);

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(Files.readAllLines(runs)).hasSize(2);
        assertThat(ran.err())
                .contains("why: Partner Center refuses the access token; it says: 800001: ")
                .contains("try: get a new access token for https://api.partnercenter.microsoft.com");
    }

    private long statusRequests() {
        return partner.fake.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    private static Reply tokenReply(String token) {
        return Reply.json(200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\"}");
    }

    private Ran run(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("status", Batches.REFERENCE.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static void assertShowsTheExample(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.firstLine()).isEqualTo(ALL_FAILED);
        assertThat(ran.exitCode()).isZero();
    }
}
