package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.devicebatch.http.AccessToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenChoiceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"good", "good\n", "good\r\n", "\ufeffgood\r\n"})
    void whatEditorsPutAroundATokenIsNoPartOfIt(String content) throws IOException {
        assertThat(option(file(content), Map.of())).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void aHyphenReadsStandardInput() {
        assertThat(option("-", Map.of())).isEqualTo(AccessToken.of("from-input"));
    }

    @Test
    void theOptionWinsOverTheEnvironment() throws IOException {
        Map<String, String> variables = Map.of(TokenChoice.TOKEN, "other", TokenChoice.TOKEN_FILE, "/nowhere");

        assertThat(option(file("good"), variables)).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void aVariableHoldsTheTokenOrNamesItsFile() throws IOException {
        assertThat(environment(Map.of(TokenChoice.TOKEN, "good"))).isEqualTo(AccessToken.of("good"));
        assertThat(environment(Map.of(TokenChoice.TOKEN_FILE, file("good")))).isEqualTo(AccessToken.of("good"));
    }

    @Test
    void twoVariablesAtOnceAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> environment(Map.of(TokenChoice.TOKEN, "good", TokenChoice.TOKEN_FILE, "token.txt")))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("DEVICEBATCH_TOKEN and DEVICEBATCH_TOKEN_FILE");
    }

    @Test
    void noTokenAtAllNamesTheWaysToGiveOne() {
        assertThatThrownBy(() -> environment(Map.of(TokenChoice.TOKEN, "")))
                .isInstanceOfSatisfying(
                        Misuse.class,
                        misuse -> assertThat(misuse.problem().lines(Ink.PLAIN))
                                .containsExactly(
                                        "error: no access token",
                                        "try: give --token-file FILE (- reads standard input), or set DEVICEBATCH_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\nbelow", "s3cret\n\n", "Bearer s3cret", "s3cretü", "s3cret\u0000", "\n", ""})
    void whatIsNoTokenIsRefusedWithoutAnEcho(String content) throws IOException {
        String name = file(content);

        assertThatThrownBy(() -> option(name, Map.of()))
                .isInstanceOfSatisfying(
                        Misuse.class,
                        misuse -> assertThat(misuse.problem().lines(Ink.PLAIN))
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

    private static List<String> failureOf(String name) {
        Misuse misuse = catchThrowableOfType(Misuse.class, () -> option(name, Map.of()));
        return List.of(misuse.problem().what(), misuse.problem().why().orElseThrow());
    }

    private static AccessToken option(String file, Map<String, String> variables) {
        return new TokenChoice(Optional.of(new TokenFile(file)), new Environment(variables)).read(input());
    }

    private static AccessToken environment(Map<String, String> variables) {
        return new TokenChoice(Optional.empty(), new Environment(variables)).read(input());
    }

    private static InputStream input() {
        return new ByteArrayInputStream("from-input\n".getBytes(UTF_8));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("token.txt"), content).toString();
    }
}
