package io.github.devicebatch.cli.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellQuotingTest {

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "$(date)", "*", "", "~", "a\\b", "\"", "#x", "a;b", "ä", "two\nlines"})
    void aShellReadsAQuotedWordAsItWas(String word) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellQuoting.quote(word)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(word);
        assertThat(shell.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s", "token.txt", "http://127.0.0.1:40521", "/a/path", "-", "1/s", "key=value,other"})
    void aLiteralWordIsNotQuoted(String word) {
        assertThat(ShellQuoting.quote(word)).isEqualTo(word);
    }
}
