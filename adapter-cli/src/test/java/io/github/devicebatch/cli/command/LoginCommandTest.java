package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginCommandTest {

    @TempDir
    private Path folder;

    private PartnerTenant partner;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        partner = new PartnerTenant(folder).checkingTokens();
        partner.tokens().publicClient(PartnerTenant.CLIENT_ID);
        file = folder.resolve("new/folder/refresh-token");
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void showsTheInstructionsThenWhereTheTokenIsAndTheNextCommand() {
        partner.tokens().deviceCodes().polls(DeviceCodePoll.PENDING, DeviceCodePoll.SLOW_DOWN, DeviceCodePoll.APPROVED);

        RunResult result = login();

        assertThat(result.err()).isEqualTo("""
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
                        PartnerTenant.TENANT,
                        PartnerTenant.CLIENT_ID,
                        file,
                        partner.fake.baseUrl()));
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void theNextCommandWorks() throws IOException {
        String next = login().err()
                .lines()
                .reduce((first, second) -> second)
                .orElseThrow()
                .strip();

        RunResult result = new CommandTester()
                .with("DEVICEBATCH_BASE_URL", partner.fake.baseUrl().toString())
                .run(next.replace("devicebatch ", "")
                        .replace("CUSTOMER/TRACKING", Batches.REFERENCE.toString())
                        .split(" "));

        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
    }

    @Test
    void theFileHasOwnerOnlyAccess() throws IOException {
        login();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }

    @Test
    void replacesAnExistingTokenWithANote() throws IOException {
        file = Path.of(partner.refreshTokenFile());
        String before = Files.readString(file);

        RunResult result = login();

        assertThat(result.err()).startsWith("note: " + file + " is replaced after you have signed in\n");
        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(partner.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }

    @Test
    void anInterruptLeavesTheFileUnchanged() throws IOException {
        file = Path.of(partner.refreshTokenFile());
        String before = Files.readString(file);
        Thread.currentThread().interrupt();

        RunResult result = login();

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.err())
                .endsWith("\n\ncancelled; " + file + " is unchanged\n")
                .doesNotContain("error:");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void theNextCommandHasTheCloudAndIsQuotedForAShell() {
        RunResult result = login("--cloud", "usgov");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains(" --cloud usgov --authority ");

        file = folder.resolve("a folder/refresh-token");
        assertThat(login().err()).contains(" --refresh-token-file '" + file + "' ");
    }

    private RunResult login(String... options) {
        return partner.tester()
                .run(Stream.concat(Stream.of("login", "--refresh-token-file", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** Sign-ins that fail: message, exit code, and the file. */
    @Nested
    class Failure {

        @ParameterizedTest
        @CsvSource({
            "DECLINED, the sign-in was declined in the browser, 'start again, and accept'",
            "EXPIRED, the code expired before a user signed in with it, start again",
        })
        void aFailedSignInLeavesTheFileUnchanged(DeviceCodePoll poll, String why, String remedy) throws IOException {
            file = Path.of(partner.refreshTokenFile());
            String before = Files.readString(file);
            partner.tokens().deviceCodes().polls(poll);

            RunResult result = login();

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err())
                    .contains("\nerror: not signed in\nwhy: " + why + "; the identity platform says: ")
                    .endsWith("\ntry: " + remedy + "\n");
            assertThat(Files.readString(file)).isEqualTo(before);
        }

        @Test
        void anUnusedCodeExpires() {
            partner.tokens().deviceCodes().polls(DeviceCodePoll.PENDING);

            RunResult result = login();

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err()).contains("why: the code expired before a user signed in with it");
            assertThat(file).doesNotExist();
        }

        @Test
        void aConfidentialClientCannotUseADeviceCode() {
            String confidential = "5d6a7b8c-9e0f-4a1b-8c2d-3e4f5a6b7c8d";
            partner.tokens().application(confidential, PartnerTenant.SECRET);

            RunResult result = login("--client-id", confidential);

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err())
                    .contains("AADSTS7000218")
                    .endsWith(
                            "try: turn on \"Allow public client flows\" in the app registration (Authentication), then run"
                                    + " login again\n");
        }

        @Test
        void reportsAnUnavailableIdentityPlatform() {
            partner.tokens().deviceCodeReplies(Reply.empty(503));

            RunResult result = login();

            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.err())
                    .isEqualTo(
                            "error: not signed in\nwhy: the identity platform is failing: HTTP 503\n"
                                    + "try: retry in a few minutes; if it persists, check --authority and --cloud, and a proxy\n");
        }

        @Test
        void rejectsADirectoryThatOthersCanReadAndSendsNothing() throws IOException {
            Files.createDirectories(folder.resolve("open"));
            Files.setPosixFilePermissions(folder.resolve("open"), PosixFilePermissions.fromString("rwxr-xr-x"));
            file = folder.resolve("open/refresh-token");

            RunResult result = login();

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("why: its permissions must be 0700 (owner only); ", "chmod 700 ");
            assertThat(partner.fake.requests()).isEmpty();
        }

        @Test
        void aFileThatCannotBeWrittenIsReportedBeforeAnythingIsSent() throws IOException {
            file = Path.of(partner.refreshTokenFile());
            Files.createDirectories(file.resolveSibling("refresh-token.new/in the way"));

            RunResult result = login();

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .contains("error: cannot store a refresh token in " + file + "\nwhy: ")
                    .endsWith("\ntry: give another file, in a directory that only you can open\n")
                    .doesNotContain("sign in to get one");
            assertThat(partner.fake.requests()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "AADSTS50097, a policy of the tenant requires a managed device, have an administrator exclude this app",
            "AADSTS53000, a policy of the tenant requires a managed device, have an administrator exclude this app",
            "AADSTS50076, multi-factor authentication, 'start again, and confirm with the second factor'",
            "AADSTS50173, the refresh token was revoked, start again in a private window",
            "AADSTS50020, the account does not belong to the tenant, sign in as a user of the partner",
        })
        void theAdviceIsNotToSignInAgainBecauseThatWasJustDone(String number, String why, String remedy) {
            partner.tokens().replies(Reply.tokenFault(400, "interaction_required", number + ": no"));

            RunResult result = login();

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err())
                    .contains("\nwhy: ", why, "\ntry: ", remedy)
                    .doesNotContain("sign in again with devicebatch login");
        }

        @Test
        void namesAllMissingOptions() {
            assertThat(new CommandTester().run("login")).isEqualTo(new RunResult(2, "", """
                        error: --tenant, --client-id and --refresh-token-file are missing
                        why: login needs an app and a file for the refresh token
                        try: give --tenant TENANT (the Directory ID or a domain), \
                        --client-id ID (the Application ID of the app registration) and --refresh-token-file FILE, \
                        or set DEVICEBATCH_TENANT, DEVICEBATCH_CLIENT_ID and DEVICEBATCH_REFRESH_TOKEN_FILE
                        """));
        }

        @Test
        void sendsNothingWhileTheJdkLogsHeaders() {
            CommandTester tester = partner.tester();
            tester.properties.setProperty("jdk.httpclient.HttpClient.log", "all");

            assertThat(tester.run("login", "--refresh-token-file", file.toString())
                            .exitCode())
                    .isEqualTo(2);
            assertThat(partner.fake.requests()).isEmpty();
        }
    }
}
