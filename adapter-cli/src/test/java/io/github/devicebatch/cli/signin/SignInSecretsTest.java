package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SignInSecrets;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The output contains no secret, even if the identity platform returns what it was sent. */
class SignInSecretsTest {

    @TempDir
    private Path folder;

    private PartnerTenant partner;

    @BeforeEach
    void start() throws IOException {
        partner = new PartnerTenant(folder);
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    static Stream<Reply> faultsOfAnApp() {
        return SignInSecrets.faults(PartnerTenant.SECRET);
    }

    @ParameterizedTest
    @MethodSource("faultsOfAnApp")
    void asAnApp(Reply fault) throws IOException {
        partner.tokens().replies(fault, fault, fault, fault);

        assertReportsAProblemWithoutSecrets(
                partner.status("-v", "--client-secret-file", partner.clientSecretFile(), "-o", "json"));
    }

    static Stream<Reply> faultsOfAUser() {
        return SignInSecrets.faults(PartnerTenant.SECRET + " " + SignInSecrets.REFRESH_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("faultsOfAUser")
    void onBehalfOfAUser(Reply fault) throws IOException {
        String file = partner.file("refresh-token", SignInSecrets.REFRESH_TOKEN + "\n");
        partner.tokens().replies(fault, fault, fault, fault);

        assertReportsAProblemWithoutSecrets(
                partner.status("-v", "--client-secret-file", partner.clientSecretFile(), "--refresh-token-file", file));
        assertThat(Files.readString(Path.of(file))).isEqualTo(SignInSecrets.REFRESH_TOKEN + "\n");
    }

    static Stream<Reply> faultsOfASignIn() {
        return SignInSecrets.faults(SignInSecrets.DEVICE_CODE);
    }

    @ParameterizedTest
    @MethodSource("faultsOfASignIn")
    void whileAUserSignsIn(Reply fault) {
        partner.tokens().publicClient(PartnerTenant.CLIENT_ID);
        partner.tokens().deviceCodeReplies(Reply.json(200, """
                {"user_code":"ABCDEFGHI","device_code":"%s","verification_uri":"https://microsoft.com/devicelogin",
                 "expires_in":10,"interval":5,"message":"%s"}
                """.formatted(
                        SignInSecrets.DEVICE_CODE, SignInSecrets.DEVICE_CODE)));
        partner.tokens().replies(fault, fault, fault, fault);

        RunResult result = partner.tester()
                .run("login", "--refresh-token-file", folder.resolve("own/file").toString());

        assertReportsAProblemWithoutSecrets(result);
        assertThat(result.err()).contains("ABCDEFGHI");
    }

    private static void assertReportsAProblemWithoutSecrets(RunResult result) {
        assertThat(result.exitCode()).isIn(4, 6);
        assertThat(result.err()).contains("error: ", "\nwhy: ", "\ntry: ");
        SignInSecrets.assertAllAbsentFrom(result.err());
        SignInSecrets.assertAllAbsentFrom(result.out());
    }
}
