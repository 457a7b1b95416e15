package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Partner;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.http.Reply;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when nobody can be signed in, and what becomes of the file. */
class LoginFailureTest {

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

    @ParameterizedTest
    @CsvSource({
        "DECLINED, the sign-in was declined in the browser, 'begin again, and accept'",
        "EXPIRED, nobody signed in with the code before it expired, begin again",
    })
    void aSignInThatComesToNothingLeavesTheFileAsItWas(DeviceCodePoll poll, String why, String remedy)
            throws IOException {
        file = Path.of(partner.refreshTokenFile());
        String before = Files.readString(file);
        partner.tokens().deviceCodes().polls(poll);

        Ran ran = login();

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err())
                .contains("\nerror: not signed in\nwhy: " + why + "; the identity platform says: ")
                .endsWith("\ntry: " + remedy + "\n");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aCodeThatNobodyEntersExpires() {
        partner.tokens().deviceCodes().polls(DeviceCodePoll.PENDING);

        Ran ran = login();

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err()).contains("why: nobody signed in with the code before it expired");
        assertThat(file).doesNotExist();
    }

    @Test
    void anAppThatMustShowWhoItIsCannotSignAUserIn() {
        String confidential = "5d6a7b8c-9e0f-4a1b-8c2d-3e4f5a6b7c8d";
        partner.tokens().application(confidential, Partner.SECRET);

        Ran ran = login("--client-id", confidential);

        assertThat(ran.exitCode()).isEqualTo(4);
        assertThat(ran.err())
                .contains("AADSTS7000218")
                .endsWith(
                        "try: turn on \"Allow public client flows\" in the app registration (Authentication), then run"
                                + " login again\n");
    }

    @Test
    void anIdentityPlatformThatFailsIsUnavailable() {
        partner.tokens().deviceCodeReplies(Reply.empty(503));

        Ran ran = login();

        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err())
                .isEqualTo("error: not signed in\nwhy: the identity platform is failing: HTTP 503\n"
                        + "try: ask again in a few minutes; if it lasts, check --authority and --cloud, and a proxy\n");
    }

    @Test
    void aFolderThatOthersCanLookIntoIsRefusedBeforeAnythingIsSent() throws IOException {
        Files.createDirectories(folder.resolve("open"));
        Files.setPosixFilePermissions(folder.resolve("open"), PosixFilePermissions.fromString("rwxr-xr-x"));
        file = folder.resolve("open/refresh-token");

        Ran ran = login();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("why: others than its owner may use the folder; ", "chmod 700 ");
        assertThat(partner.fake.requests()).isEmpty();
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(new Trial().run("login")).isEqualTo(new Ran(2, "", """
                        error: --tenant, --client-id and --refresh-token-file are missing
                        why: login needs an app and a file for the refresh token
                        try: give --tenant TENANT (the Directory ID or a domain), \
                        --client-id ID (the Application ID of the app registration) and --refresh-token-file FILE, \
                        or set DEVICEBATCH_TENANT, DEVICEBATCH_CLIENT_ID and DEVICEBATCH_REFRESH_TOKEN_FILE
                        """));
    }

    @Test
    void refusesToSendAnythingWhileTheJdkWouldPrintIt() {
        Trial trial = partner.trial();
        trial.properties.setProperty("jdk.httpclient.HttpClient.log", "all");

        assertThat(trial.run("login", "--refresh-token-file", file.toString()).exitCode())
                .isEqualTo(2);
        assertThat(partner.fake.requests()).isEmpty();
    }

    private Ran login(String... options) {
        return partner.trial()
                .run(Stream.concat(Stream.of("login", "--refresh-token-file", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
