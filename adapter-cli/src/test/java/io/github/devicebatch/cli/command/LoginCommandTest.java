package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginCommandTest {

    @TempDir
    private Path folder;

    private Partner partner;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        partner = new Partner(folder).checkingTokens();
        partner.tokens().publicClient(Partner.CLIENT_ID);
        file = folder.resolve("new/folder/refresh-token");
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void showsWhatToDoThenWhereTheTokenIsAndWhatToTypeNext() {
        partner.tokens().deviceCodes().polls(DeviceCodePoll.PENDING, DeviceCodePoll.SLOW_DOWN, DeviceCodePoll.APPROVED);

        Ran ran = login();

        assertThat(ran.err()).isEqualTo("""
                        To sign in, open this page in any browser, on this machine or another:

                          https://microsoft.com/devicelogin

                        and enter the code

                          %s

                        before 09:15:00 UTC. Waiting; Ctrl-C cancels and changes nothing.

                        signed in; the refresh token is stored in %s, readable only by you. Next:

                          devicebatch status CUSTOMER/TRACKING --tenant %s --client-id %s --refresh-token-file %s --authority %s
                        """.formatted(
                        partner.tokens().deviceCodes().latestUserCode().orElseThrow(),
                        file,
                        Partner.TENANT,
                        Partner.CLIENT_ID,
                        file,
                        partner.fake.baseUrl()));
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void whatItSaysToTypeNextWorks() throws IOException {
        String next = login().err()
                .lines()
                .reduce((first, second) -> second)
                .orElseThrow()
                .strip();

        Ran ran = new Trial()
                .with("DEVICEBATCH_BASE_URL", partner.fake.baseUrl().toString())
                .run(next.replace("devicebatch ", "")
                        .replace("CUSTOMER/TRACKING", Batches.REFERENCE.toString())
                        .split(" "));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
    }

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        login();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }

    @Test
    void aTokenThatIsThereIsReplacedAndThatIsSaid() throws IOException {
        file = Path.of(partner.refreshTokenFile());
        String before = Files.readString(file);

        Ran ran = login();

        assertThat(ran.err()).startsWith("note: " + file + " is replaced after you have signed in\n");
        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }

    @Test
    void anInterruptionEndsItAndLeavesTheFileAsItWas() throws IOException {
        file = Path.of(partner.refreshTokenFile());
        String before = Files.readString(file);
        Thread.currentThread().interrupt();

        Ran ran = login();

        assertThat(ran.exitCode()).isEqualTo(130);
        assertThat(ran.err())
                .endsWith("\n\ncancelled; " + file + " is unchanged\n")
                .doesNotContain("error:");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void theNextCommandSaysWhichCloudAndQuotesWhatAShellWouldTakeApart() {
        Ran ran = login("--cloud", "usgov");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains(" --cloud usgov --authority ");

        file = folder.resolve("a folder/refresh-token");
        assertThat(login().err()).contains(" --refresh-token-file '" + file + "' ");
    }

    private Ran login(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("login", "--refresh-token-file", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
