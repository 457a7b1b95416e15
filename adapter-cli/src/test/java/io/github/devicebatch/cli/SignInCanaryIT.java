package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Reply;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.jul.JULServiceProvider;

/**
 * Looks for secrets in what the process prints, in what it logs at the finest level, in its arguments, and in all files
 * below its working folder, which is its home and has its temporary files.
 */
class SignInCanaryIT {

    private static final String LOGGING = """
            handlers=java.util.logging.FileHandler,java.util.logging.ConsoleHandler
            .level=ALL
            java.util.logging.FileHandler.level=ALL
            java.util.logging.FileHandler.pattern=finest.log
            java.util.logging.ConsoleHandler.level=ALL
            """;

    @TempDir
    private Path folder;

    private Partner partner;
    private Path home;

    @BeforeEach
    void start() throws IOException {
        partner = new Partner(folder);
        home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("logging.properties"), LOGGING);
        partner.fake
                .script(Batches.REFERENCE)
                .then(Reply.fault(503, "1", SignInCanaries.ACCESS_TOKEN))
                .then(Reply.fault(401, "800001", SignInCanaries.ACCESS_TOKEN))
                .then(Reply.documentedExample());
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void theSecretOfAnAppIsNowhere() throws Exception {
        assertIsNowhere(
                run(Partner.SECRET, "--client-secret-file", partner.clientSecretFile()), Set.of("client-secret"));
    }

    @Test
    void theKeyAndThePasswordOfACertificateAreNowhere() throws Exception {
        String pem = partner.pemFile();

        Ran ran = run("nothing", "--client-certificate", pem);

        assertIsNowhere(ran, Set.of("app.pem"));
        List<String> key = Files.readAllLines(Path.of(pem)).stream()
                .takeWhile(line -> !line.startsWith("-----END PRIVATE KEY"))
                .skip(2)
                .toList();
        assertThat(key).hasSizeGreaterThan(20);
        assertThat(everything(ran, Set.of("app.pem"))).doesNotContain(key);
    }

    @Test
    void thePasswordOfACertificateIsNowhere() throws Exception {
        Ran ran = run(
                "nothing",
                "--client-certificate",
                partner.pkcs12File(),
                "--client-certificate-password-file",
                partner.passwordFile());

        assertIsNowhere(ran, Set.of("app.p12", "password"));
    }

    @Test
    void theRefreshTokensOfAUserAreInTheirFileAlone() throws Exception {
        String file = partner.file("refresh-token", SignInCanaries.REFRESH_TOKEN + "\n");

        Ran ran = run(
                Partner.SECRET + " " + SignInCanaries.REFRESH_TOKEN,
                "--client-secret-file",
                partner.clientSecretFile(),
                "--refresh-token-file",
                file);

        assertIsNowhere(ran, Set.of("client-secret", "refresh-token"));
        assertThat(Files.readString(Path.of(file))).isEqualTo(SignInCanaries.NEW_REFRESH_TOKEN + "\n");
    }

    @Test
    void whatATokenCommandPrintsIsNowhere() throws Exception {
        String file = partner.file("access-token", SignInCanaries.ACCESS_TOKEN + "\n");

        Ran ran = command().run("status", Batches.REFERENCE.toString(), "-v", "--token-command", "cat '" + file + "'");

        assertThat(ran.exitCode()).isEqualTo(4);
        assertIsAbsent(ran, Set.of("access-token"));
    }

    @Test
    void whatComesOfASignInIsInItsFileAlone() throws Exception {
        partner.tokens().deviceCodeReplies(Reply.json(200, """
                {"user_code":"ABCDEFGHI","device_code":"%s","verification_uri":"https://microsoft.com/devicelogin",
                 "expires_in":900,"interval":1,"message":"%s"}
                """.formatted(
                        SignInCanaries.DEVICE_CODE, SignInCanaries.DEVICE_CODE)));

        partner.tokens().replies(SignInCanaries.issued(SignInCanaries.ACCESS_TOKEN));

        Ran ran = command().run("login", "--refresh-token-file", "own/refresh-token");

        assertThat(ran.exitCode()).isZero();
        assertIsAbsent(ran, Set.of("refresh-token"));
        assertThat(home.resolve("own/refresh-token")).hasContent(SignInCanaries.NEW_REFRESH_TOKEN);
    }

    /** The identity platform first says back what it is sent; Partner Center does so with every token but the last. */
    private Ran run(String sent, String... options) throws Exception {
        partner.tokens()
                .replies(
                        Reply.json(503, "{\"error\":\"server_error\",\"error_description\":\"" + sent + "\"}"),
                        SignInCanaries.issued(SignInCanaries.ACCESS_TOKEN),
                        SignInCanaries.issued(SignInCanaries.ANOTHER_ACCESS_TOKEN));
        PackagedCommand command = command();
        Process process =
                command.start(Stream.concat(Stream.of("status", Batches.REFERENCE.toString(), "-v"), Stream.of(options))
                        .toArray(String[]::new));
        SignInCanaries.assertAllAbsentFrom(arguments(process));
        return command.ended(process);
    }

    private static String arguments(Process process) throws IOException {
        Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(arguments)
                ? Files.readString(arguments)
                : String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private void assertIsNowhere(Ran ran, Set<String> meant) throws IOException {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.firstLine()).startsWith("all failed ");
        assertIsAbsent(ran, meant);
        assertThat(Files.readString(home.resolve("finest.log"))).contains("com.microsoft.aad.msal4j");
    }

    private void assertIsAbsent(Ran ran, Set<String> meant) throws IOException {
        SignInCanaries.assertAllAbsentFrom(everything(ran, meant));
    }

    /** Gives all that can be read afterwards, but for the files whose purpose is to hold a secret. */
    private String everything(Ran ran, Set<String> meant) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !meant.contains(file.getFileName().toString()))
                    .map(SignInCanaryIT::content)
                    .collect(Collectors.joining("\n", ran.out() + "\n" + ran.err() + "\n", ""));
        }
    }

    private static String content(Path file) {
        try {
            return file + "\n" + Files.readString(file, ISO_8859_1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Hands what libraries log to the JDK's logging, which writes all of it to a file and to standard error. */
    private PackagedCommand command() throws Exception {
        Path logging = Path.of(JULServiceProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("devicebatch.lib")))) {
            return partner.command(folder)
                    .at(home)
                    .jvm(
                            "-Djava.util.logging.config.file=logging.properties",
                            "-Djdk.httpclient.HttpClient.log=errors,requests,content,ssl,trace,channel")
                    .modulePath(Stream.concat(jars, Stream.of(logging))
                            .map(Path::toString)
                            .filter(jar -> !jar.contains("slf4j-nop"))
                            .collect(Collectors.joining(File.pathSeparator)));
        }
    }
}
