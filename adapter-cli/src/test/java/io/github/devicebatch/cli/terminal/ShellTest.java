package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides: {@code ShellQuotingTest} asks a real {@code sh}; the rules for Windows are those of the C runtime. */
class ShellTest {

    @Test
    void theSeparatorOfFileNamesDecides() {
        assertThat(Shell.of('/')).isEqualTo(Shell.POSIX);
        assertThat(Shell.of('\\')).isEqualTo(Shell.WINDOWS);
    }

    @Test
    void aLineIsRunByTheInterpreter() {
        assertThat(Shell.POSIX.command("az 'x'")).containsExactly("sh", "-c", "az 'x'");
        assertThat(Shell.WINDOWS.command("az \"x y\"")).containsExactly("cmd.exe", "/d", "/s", "/c", "\"az \"x y\"\"");
        assertThat(Shell.POSIX.nullDevice()).hasToString("/dev/null");
        assertThat(Shell.WINDOWS.nullDevice()).hasToString("NUL");
        assertThat(Shell.POSIX.hasHereDocuments()).isTrue();
        assertThat(Shell.WINDOWS.hasHereDocuments()).isFalse();
    }

    @Test
    void ctrlCIsRecognizedByTheExitStatus() {
        assertThat(Shell.POSIX.isInterruption(130)).isTrue();
        assertThat(Shell.POSIX.isInterruption(1)).isFalse();
        assertThat(Shell.WINDOWS.isInterruption(-1073741510)).isTrue();
        assertThat(Shell.WINDOWS.isInterruption(130)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "--base-url", "https://127.0.0.1:8080/x", "C:\\Users\\me\\token.txt"})
    void aPlainWordStaysAsItIsOnWindows(String word) {
        assertThat(Shell.WINDOWS.quote(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            C:\\a folder\\token  | "C:\\a folder\\token"
            C:\\a folder\\       | "C:\\a folder\\\\"
            say "x"              | "say \\"x\\""
            a\\"b                | "a\\\\\\"b"
            a=b                  | "a=b"
            a,b                  | "a,b"
            it's                 | "it's"
            a&b                  | "a&b"
            ~~                   | ""
            """)
    void otherWordsAreInDoubleQuotesOnWindows(String word, String quoted) {
        assertThat(Shell.WINDOWS.quote(word)).isEqualTo(quoted);
    }
}
