package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.jul.JULServiceProvider;

/**
 * Everything that a run of the packaged command writes: its output, its log at the finest level, and all files below one
 * folder, which has its home and its temporary files.
 */
public record RunArtifacts(Path folder) {

    private static final String LOGGING = """
            handlers=java.util.logging.FileHandler,java.util.logging.ConsoleHandler
            .level=ALL
            java.util.logging.FileHandler.level=ALL
            java.util.logging.FileHandler.pattern=finest.log
            java.util.logging.ConsoleHandler.level=ALL
            """;

    public Path home() {
        return folder.resolve("home");
    }

    /** Returns a command that logs everything, from libraries too, to a file and to standard error. */
    public PackagedCommand command(PartnerTenant partner) throws Exception {
        Files.writeString(Files.createDirectories(home()).resolve("logging.properties"), LOGGING);
        Path logging = Path.of(JULServiceProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("devicebatch.lib")))) {
            return partner.command(folder)
                    .at(home())
                    .jvm(
                            "-Djava.util.logging.config.file=logging.properties",
                            "-Djdk.httpclient.HttpClient.log=errors,requests,content,ssl,trace,channel")
                    .modulePath(Stream.concat(jars, Stream.of(logging))
                            .map(Path::toString)
                            .filter(jar -> !jar.contains("slf4j-nop"))
                            .collect(Collectors.joining(File.pathSeparator)));
        }
    }

    public void assertLogged(String text) throws IOException {
        assertThat(Files.readString(home().resolve("finest.log"))).contains(text);
    }

    /** Returns output and files, except files with a name in {@code excluded}. */
    public String of(RunResult result, Set<String> excluded) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !excluded.contains(file.getFileName().toString()))
                    .map(RunArtifacts::content)
                    .collect(Collectors.joining("\n", result.out() + "\n" + result.err() + "\n", ""));
        }
    }

    private static String content(Path file) {
        try {
            return file + "\n" + Files.readString(file, ISO_8859_1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
