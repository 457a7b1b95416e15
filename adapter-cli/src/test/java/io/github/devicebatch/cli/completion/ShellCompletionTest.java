package io.github.devicebatch.cli.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

/** The completion scripts in those of their shells that are installed. Blanks separate the words; a last blank begins a new word. */
class ShellCompletionTest {

    private static final String SETTINGS = """
            # customer.none = 0
            customer.contoso = 47021739-3426-40bf-9601-61b4b6d7c793
              customer.con-two:47021739-3426-40bf-9601-61b4b6d7c793
            customer.fabrikam 47021739-3426-40bf-9601-61b4b6d7c793
            rate = 2/s
            customer. = 0
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSettings() throws IOException {
        Files.createDirectories(folder.resolve("sample"));
        Files.writeString(folder.resolve("sample/config.properties"), SETTINGS);
    }

    @Nested
    @EnabledIf("isInstalled")
    class Bash {

        static boolean isInstalled() {
            return finds("bash");
        }

        @ParameterizedTest
        @CsvSource({
            "'show -c con', con-two contoso",
            "'show -c ', con-two contoso fabrikam",
            "'show --customer = fab', fabrikam",
            "'config get con', con-two/ contoso/",
            "'config get --', ''",
            "'show --output J', JSON",
            "'sh', show",
            "'show --locale x', ''",
            "'show 8', 808"
        })
        void completes(String typed, String expected) throws Exception {
            String program = """
                    source "$1"; shift; COMP_WORDS=(sample "$@"); COMP_CWORD=$#
                    _complete_sample 2>/dev/null; printf '%s\\n' "${COMPREPLY[@]}"
                    """;

            assertThat(run(new BashCompletion(sample()).script(), typed, "bash", "--norc", "-c", program, "bash"))
                    .isEqualTo(expected);
        }
    }

    @Nested
    @EnabledIf("isInstalled")
    class Zsh {

        static boolean isInstalled() {
            return finds("zsh");
        }

        @ParameterizedTest
        @CsvSource({
            "'show -c con', con-two contoso",
            "'show --customer=fab', --customer=fabrikam",
            "'config get con', -S/con-two/ -S/contoso/",
            "'show --output J', JSON",
            "'show --from x', files",
            "'show --locale x', ''"
        })
        void completes(String typed, String expected) throws Exception {
            String program = """
                    compdef() { :; }; compadd() { print -r -- "${${(M)1:#-S}:+-S/}$@[-1]"; }; _files() { print files; }
                    source "$1"; shift; words=(sample "$@"); CURRENT=$#words
                    _sample
                    """;

            assertThat(run(new BashCompletion(sample()).script(), typed, "zsh", "-f", "-c", program, "zsh"))
                    .isEqualTo(expected);
        }
    }

    @Nested
    @EnabledIf("isInstalled")
    class Fish {

        static boolean isInstalled() {
            return finds("fish");
        }

        @ParameterizedTest
        @CsvSource({
            "'show -c con', con-two contoso",
            "'show --customer=fab', --customer=fabrikam",
            "'config get con', con-two/ contoso/",
            "'show --output J', JSON",
            "'show --locale x', ''"
        })
        void completes(String typed, String expected) throws Exception {
            String program = "source $argv[1]; complete -C \"sample $argv[2..-1]\" | string replace -r '\\t.*' ''";

            assertThat(run(new FishCompletion(sample()).script(), typed, "fish", "--no-config", "-c", program))
                    .isEqualTo(expected);
        }
    }

    private static CommandSpec sample() {
        return SampleCommand.create();
    }

    private static boolean finds(String shell) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, shell)));
    }

    /** Runs the shell with the script's file and the words as arguments; returns the lines that it prints, in order of the alphabet. */
    private String run(String script, String typed, String... shell) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(shell));
        command.add(Files.writeString(folder.resolve("script"), script).toString());
        command.addAll(List.of(typed.split(" ", -1)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return String.join(" ", printed.lines().sorted().toList()).strip();
    }
}
