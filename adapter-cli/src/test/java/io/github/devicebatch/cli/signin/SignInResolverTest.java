package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.EnvironmentVariables;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInResolverTest {

    private static final String TOKEN = SignInSetting.TOKEN.variable();
    private static final String TOKEN_FILE = SignInSetting.TOKEN_FILE.variable();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"good", "good\n", "good\r\n", "\ufeffgood\r\n"})
    void whatEditorsPutAroundATokenIsNoPartOfIt(String content) throws Exception {
        assertThat(option(file(content), Map.of())).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void aHyphenReadsStandardInput() throws Exception {
        assertThat(option("-", Map.of())).isEqualTo(AccessToken.of("from-input"));
    }

    @Test
    void theOptionWinsOverTheEnvironment() throws Exception {
        Map<String, String> variables = Map.of(TOKEN, "other", TOKEN_FILE, "/nowhere");

        assertThat(option(file("good"), variables)).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void aVariableHoldsTheTokenOrNamesItsFile() throws Exception {
        assertThat(environment(Map.of(TOKEN, "good"))).isEqualTo(AccessToken.of("good"));
        assertThat(environment(Map.of(TOKEN_FILE, file("good")))).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void twoVariablesAtOnceAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> environment(Map.of(TOKEN, "good", TOKEN_FILE, "token.txt")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("DEVICEBATCH_TOKEN and DEVICEBATCH_TOKEN_FILE");
    }

    @Test
    void noTokenAtAllNamesTheWaysToGiveOne() {
        assertThatThrownBy(() -> environment(Map.of(TOKEN, "")))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .containsExactly(
                                        "error: no access token",
                                        "why: no authentication option is given",
                                        "try: give --token-file FILE (- is standard input), --token-command COMMAND, or"
                                                + " --tenant and --client-id with --client-secret-file FILE,"
                                                + " --client-certificate FILE or --refresh-token-file FILE; or set"
                                                + " DEVICEBATCH_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\nbelow", "s3cret\n\n", "Bearer s3cret", "s3cretü", "s3cret\u0000", "\n", ""})
    void whatIsNoTokenIsRefusedWithoutAnEcho(String content) throws IOException {
        String name = file(content);

        assertThatThrownBy(() -> option(name, Map.of()))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .anyMatch(line -> line.startsWith("why: the access token "))
                                .noneMatch(line -> line.contains("s3cret")));
    }

    @Test
    void whatCannotBeReadIsNamedIfItIsAFileAtAll() throws IOException {
        assertThat(failureOf(folder.toString()))
                .containsExactly("no access token in the token file " + folder, "it cannot be read");
        assertThat(failureOf(file("x".repeat(100_000)))).last().isEqualTo("it is longer than any token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJub25lIn0.e30.", "token\u0000", "/nowhere/token.txt"})
    void aTokenGivenForTheFilesNameIsNotRepeated(String name) {
        assertThat(failureOf(name)).first().isEqualTo("no access token in the token file");
    }

    private List<String> failureOf(String name) {
        UsageException misuse = catchThrowableOfType(UsageException.class, () -> option(name, Map.of()));
        return List.of(misuse.problem().what(), misuse.problem().why().orElseThrow());
    }

    private AccessToken option(String file, Map<String, String> variables) throws InterruptedException {
        return choose(Map.of(SignInSetting.TOKEN_FILE, file), variables);
    }

    private AccessToken environment(Map<String, String> variables) throws InterruptedException {
        return choose(Map.of(), variables);
    }

    private AccessToken choose(Map<SignInSetting, String> typed, Map<String, String> variables)
            throws InterruptedException {
        SignInMethod way = new SignInResolver(new SignInSettings(typed, new EnvironmentVariables(variables))).resolve();
        return way.tokenSource(surroundings(), IdentityPlatform.at(PartnerCenterCloud.GLOBAL))
                .token();
    }

    private static CliContext surroundings() {
        return new Trial()
                .input("from-input\n")
                .surroundings(OutputStream.nullOutputStream(), new PrintStream(OutputStream.nullOutputStream()));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("token.txt"), content).toString();
    }
}
