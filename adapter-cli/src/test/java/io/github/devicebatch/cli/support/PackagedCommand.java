package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.message.ShellQuoting;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runner of the packaged command as a process on the module path. Checks that its output does not contain the token. */
public final class PackagedCommand {

    private static final String LIB = System.getProperty("devicebatch.lib");

    /**
     * The archive of loaded classes, which fits only the module path {@link #LIB}; empty without one. The JVM logs an error although
     * it uses the archive, because the JDK's own archive, its base, was not made with a module path.
     */
    private static final Optional<String> ARCHIVE = Optional.ofNullable(System.getProperty("devicebatch.archive"));

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private Optional<Path> home = Optional.empty();
    private String modulePath = LIB;
    private List<String> options = List.of();
    private Duration maxRunTime = Duration.ofMinutes(1);
    private String input = "";

    /** Creates the runner, which keeps standard input and standard error of the process in {@code folder}. */
    public PackagedCommand(Path folder) {
        this.folder = folder;
    }

    /** Sets the base URL, and the canary as token. */
    public PackagedCommand asking(FakePartnerCenter partnerCenter) {
        return with("DEVICEBATCH_BASE_URL", partnerCenter.baseUrl().toString())
                .with("DEVICEBATCH_TOKEN", SecretSearch.TOKEN);
    }

    public PackagedCommand with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public PackagedCommand without(String variable) {
        variables.remove(variable);
        return this;
    }

    public PackagedCommand input(String text) {
        input = text;
        return this;
    }

    /** Sets the working directory, which is also the home and has the temporary files. */
    PackagedCommand at(Path directory) {
        home = Optional.of(directory);
        return this;
    }

    /** Sets the module path. */
    public PackagedCommand modulePath(String path) {
        modulePath = path;
        return this;
    }

    /** Sets options of the JVM. */
    public PackagedCommand jvm(String... given) {
        options = List.of(given);
        return this;
    }

    /** Sets the maximum run time; the default is one minute. */
    public PackagedCommand forAtMost(Duration time) {
        maxRunTime = time;
        return this;
    }

    /** Writes a shell script that runs the command; its name contains a space. */
    public Path script() throws IOException {
        Path script = folder.resolve("device batch");
        String commandLine = Stream.concat(
                        command().stream().limit(1),
                        Stream.concat(
                                Stream.of("-Ddevicebatch.command=" + script),
                                command().stream().skip(1)))
                .map(ShellQuoting::quote)
                .collect(Collectors.joining(" "));
        Files.writeString(script, "#!/bin/sh\nexec " + commandLine + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    public RunResult run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    /** Runs {@code line} in a shell, where {@code "$@"} is the command. */
    public RunResult runInShell(String line, String... arguments) throws IOException, InterruptedException {
        return ended(startInShell(line, arguments));
    }

    /** Starts {@code line} in a shell, where {@code "$@"} is the command; {@code exec} makes it the process itself. */
    public Process startInShell(String line, String... arguments) throws IOException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", line, "sh"));
        shell.addAll(command(arguments));
        return start(shell);
    }

    /** Starts the command; its standard output can be read while it runs. */
    public Process start(String... arguments) throws IOException {
        return start(command(arguments));
    }

    /** Waits for the end of {@code process} and returns its remaining output. */
    public RunResult ended(Process process) throws IOException, InterruptedException {
        StringWriter out = new StringWriter();
        process.inputReader(UTF_8).transferTo(out);
        RunResult result = new RunResult(process.waitFor(), out.toString(), Files.readString(err()));
        SecretSearch.assertAbsentFrom(result.out());
        SecretSearch.assertAbsentFrom(result.err());
        return result;
    }

    /** Starts another command with the same environment. */
    public Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(
                        Files.writeString(folder.resolve("in"), input, UTF_8).toFile())
                .redirectError(err().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DEVICEBATCH_"));
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        List.of("JAVA_TOOL_OPTIONS", "SSL_CERT_FILE", "CI", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
                .forEach(builder.environment()::remove);
        home.ifPresent(directory -> {
            builder.directory(directory.toFile());
            builder.environment().put("HOME", directory.toString());
        });
        builder.environment().put("XDG_CONFIG_HOME", folder.toAbsolutePath().toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(maxRunTime.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        return process;
    }

    private List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+DisplayVMOutputToStderr"));
        home.ifPresent(
                directory -> command.addAll(List.of("-Duser.home=" + directory, "-Djava.io.tmpdir=" + directory)));
        ARCHIVE.filter(archive -> modulePath.equals(LIB))
                .ifPresent(archive -> command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable")));
        command.addAll(options);
        command.addAll(List.of("-p", modulePath, "-m", "io.github.devicebatch.cli/io.github.devicebatch.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path err() {
        return folder.resolve("err");
    }
}
