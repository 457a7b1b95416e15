package io.github.devicebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class ReferenceOptionsTest {

    @Command(name = "sample")
    private static final class Sample {

        @Mixin
        private ReferenceOptions references = new ReferenceOptions();

        @Option(names = "--other")
        private String other;
    }

    private final Sample sample = new Sample();
    private final CommandLine commandLine = new CommandLine(sample);

    @ParameterizedTest
    @CsvSource({
        "-, stdin",
        "--refs-file=a, a",
        "- --refs-file=a, ",
        "x --refs-file=a, ",
        "--refs-file=a --refs-file=b, ",
        "- x, ",
        "x, "
    })
    void oneFileHasAllReferences(String arguments, Path file) {
        commandLine.parseArgs(arguments.split(" "));

        assertThat(sample.references.onlyFile(() -> Optional.of(Path.of("stdin"))))
                .isEqualTo(Optional.ofNullable(file));
    }

    @Test
    void aResumedCommandNamesTheReferencesInsteadOfTheList() {
        assertThat(OriginalArguments.of(commandLine.parseArgs("--refs-file", "a", "--other", "b", "--refs-file", "c")))
                .isEqualTo(List.of("--other", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "wait"})
    void oneReferenceOrListIsNecessary(String command) {
        assertThat(new CommandTester().run(command).err())
                .isEqualTo("error: missing REF\ntry: devicebatch help " + command + "\n");
        assertThat(Stream.of("status", "wait")
                        .map(name -> new CommandTester().run(name).exitCode()))
                .containsOnly(2);
    }
}
