package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input as shells, pipes and locales bring it to the packaged command. */
@ExtendWith(FakePartnerCenterExtension.class)
class InputIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String ALL_FAILED = "all failed      " + REFERENCE + "\n";

    private final FakePartnerCenter partnerCenter;

    @TempDir
    private Path folder;

    InputIT(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    private PackagedCommand command;

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
        command = new PackagedCommand(folder).asking(partnerCenter);
    }

    @Test
    void readsALocationCutOutOfTheOutputOfCurl() throws Exception {
        String line = "printf 'HTTP/1.1 202\\r\\nLocation: /v1//customers/%s/batchJobStatus/%s\\r\\n' "
                + REFERENCE.replace("/", " ") + " | grep -i ^location | \"$@\" status -";

        RunResult result = command.runInShell(line);

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith(ALL_FAILED);
    }

    @Test
    void readsAListThatPowerShellWrote() throws Exception {
        Path list = Files.write(
                folder.resolve("list.txt"), ("\ufeff" + REFERENCE + "\r\n").getBytes(StandardCharsets.UTF_16LE));

        assertThat(command.run("status", "--refs-file", list.toString()).out()).startsWith(ALL_FAILED);
        assertThat(command.runInShell("\"$@\" status - < " + list).out()).startsWith(ALL_FAILED);
    }

    /** The second redirection is what the launcher makes of the first. */
    @ParameterizedTest
    @ValueSource(strings = {"<&-", "0>/dev/null"})
    void reportsThatStandardInputIsClosed(String redirection) throws Exception {
        RunResult references = command.runInShell("exec \"$@\" status - " + redirection);
        RunResult token = command.without("DEVICEBATCH_TOKEN")
                .runInShell("exec \"$@\" status " + REFERENCE + " --token-file - " + redirection);

        assertThat(references.exitCode()).isEqualTo(2);
        assertThat(references.err()).startsWith("error: standard input cannot be read: it is closed\n");
        assertThat(token.exitCode()).isEqualTo(2);
        assertThat(token.err()).contains("why: it is closed\n");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @Test
    void endsReadingWhatHasNoEnd() throws Exception {
        RunResult references = command.runInShell("exec \"$@\" status - </dev/zero");
        RunResult token = command.runInShell("exec \"$@\" status " + REFERENCE + " --token-file /dev/zero");

        assertThat(references.exitCode()).isEqualTo(2);
        assertThat(references.err()).contains("line 1 is longer than 65536 characters");
        assertThat(token.exitCode()).isEqualTo(2);
        assertThat(token.err()).contains("it is longer than any token");
    }

    @Test
    void printsAsciiDigitsInEveryLocale() throws Exception {
        RunResult result =
                command.jvm("-Duser.language=ar", "-Duser.country=EG").run("status", REFERENCE);

        assertThat(result.out()).contains("1 device: 1 failed; took 10m;").matches("(?s)[\\x00-\\x7f]*");
    }

    @Test
    void saysThatTheLocaleHasNoCharactersOutsideAscii() throws Exception {
        RunResult result = command.with("LC_ALL", "C")
                .without("DEVICEBATCH_TOKEN")
                .runInShell("exec \"$@\" status " + REFERENCE + " --token-file \"$(printf 'm\\303\\274ller.txt')\"");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("the locale has no characters outside ASCII: set LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", ""})
    void theLauncherOpensFilesWithCharactersOutsideAscii(String locale) throws Exception {
        String name = "\"$(printf '" + folder + "/m\\303\\274ller.txt')\"";
        command.with("LC_ALL", locale)
                .with("LANG", "")
                .with("LC_CTYPE", "")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .without("DEVICEBATCH_TOKEN");

        RunResult result = command.runInShell("printf %s " + SecretSearch.TOKEN + " > " + name + "; chmod 600 " + name
                + "; exec " + launcher() + " status " + REFERENCE + " --token-file " + name);

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith(ALL_FAILED);
    }

    private Path launcher() throws IOException {
        Path launcher = Files.copy(
                Path.of("src/dist/zip/devicebatch"),
                folder.resolve("devicebatch"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(
                folder.resolve("lib"),
                Path.of(System.getProperty("devicebatch.lib")).toAbsolutePath());
        return launcher;
    }

    @Test
    void everyLauncherSetsTheLocale() throws IOException {
        for (String launcher : List.of("../devicebatch", "src/dist/linux/devicebatch", "src/dist/zip/devicebatch")) {
            assertThat(Files.readString(Path.of(launcher)))
                    .as(launcher)
                    .contains("case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in\n    C | POSIX)\n        LC_ALL=C.UTF-8\n");
        }
    }
}
