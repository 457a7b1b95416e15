package io.github.devicebatch.cli.support;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.AccessTokenKind;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A partner tenant with an app registration, on a fake that serves the documented example; credentials are in private files.
 */
public final class PartnerTenant implements AutoCloseable {

    public static final String TENANT = "contoso.onmicrosoft.com";
    public static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    public static final String SECRET = "canary8Q~of/the.client+secret==";

    /** Valid on the clock of this machine and on that of {@link CommandTester}. */
    private static final Instant VALID_FROM = Instant.parse("2025-01-01T00:00:00Z");

    public static final String PASSWORD = "canary of the certificate's password";

    /** The key of all partners of a JVM, because a new one for each test takes a second of the processor. */
    private static final class Shared {

        private static final ApplicationCertificate CERTIFICATE =
                ApplicationCertificate.create(VALID_FROM, Instant.now().plus(Duration.ofDays(365)));
    }

    public final FakePartnerCenter fake;
    private final Path folder;

    /** Creates the partner with its files below {@code folder}. */
    public PartnerTenant(Path folder) throws IOException {
        this(folder, InstantSource.system());
    }

    /** Creates the partner; its tokens expire by the clock {@code time}. */
    public PartnerTenant(Path folder, InstantSource time) throws IOException {
        this.fake = FakePartnerCenter.start(time);
        this.folder = Files.createDirectories(
                folder.resolve("private"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    /** Makes the fake accept only the tokens it has issued. */
    public PartnerTenant checkingTokens() {
        fake.tokens().access().validated();
        return this;
    }

    public TokenEndpoint tokens() {
        return fake.tokens();
    }

    /** Returns a tester with the addresses and ids of this partner. */
    public CommandTester tester() {
        return configure(new CommandTester());
    }

    /** Runs {@code status} about the documented example as this app. */
    public RunResult status(String... options) {
        return tester().run(arguments("status", options));
    }

    /** Returns {@code command}, the reference of the documented example, and {@code options}. */
    public static String[] arguments(String command, String... options) {
        return Stream.concat(Stream.of(command, Batches.REFERENCE.toString()), Stream.of(options))
                .toArray(String[]::new);
    }

    public CommandTester configure(CommandTester tester) {
        return tester.with("DEVICEBATCH_BASE_URL", fake.baseUrl().toString())
                .with("DEVICEBATCH_AUTHORITY", fake.baseUrl().toString())
                .with("DEVICEBATCH_TENANT", TENANT)
                .with("DEVICEBATCH_CLIENT_ID", CLIENT_ID);
    }

    /** Returns the packaged command with the addresses and ids of this partner. */
    public PackagedCommand command(Path workingFolder) {
        PackagedCommand command = new PackagedCommand(workingFolder);
        tester().variables.forEach(command::with);
        return command;
    }

    /** Returns a valid access token. */
    public String accessToken() {
        return tokens().access().issue(AccessTokenKind.APP_ONLY);
    }

    public String accessTokenFile() throws IOException {
        return file("access-token", accessToken() + "\n");
    }

    public String clientSecretFile() throws IOException {
        tokens().application(CLIENT_ID, SECRET);
        return file("client-secret", SECRET + "\n");
    }

    public String pemFile() throws IOException {
        return file("app.pem", registered().pem());
    }

    /** Returns a file with a key and several certificates for it, of which the last one is registered. */
    public String pemFile(Instant[]... periods) throws IOException {
        ApplicationCertificate first = Shared.CERTIFICATE.renewed(periods[0][0], periods[0][1]);
        StringBuilder pem = new StringBuilder(first.pem());
        ApplicationCertificate last = first;
        for (Instant[] period : List.of(periods).subList(1, periods.length)) {
            last = first.renewed(period[0], period[1]);
            pem.append(last.pem().substring(last.pem().indexOf("-----BEGIN CERTIFICATE")));
        }
        registered(last);
        return file("app.pem", pem.toString());
    }

    /** Returns a PKCS#12 file as text in Base64, without a password. */
    public String pkcs12FileInBase64() throws IOException {
        return file(
                "app.b64", Base64.getMimeEncoder().encodeToString(registered().pkcs12(new char[0])));
    }

    /** Returns a PKCS#12 file with the password {@link #PASSWORD}. */
    public String pkcs12File() throws IOException {
        return file("app.p12", registered().pkcs12(PASSWORD.toCharArray()));
    }

    private ApplicationCertificate registered() {
        return registered(Shared.CERTIFICATE);
    }

    private ApplicationCertificate registered(ApplicationCertificate certificate) {
        tokens().application(CLIENT_ID, certificate.certificate());
        return certificate;
    }

    public String passwordFile() throws IOException {
        return file("password", PASSWORD + "\n");
    }

    /** Returns the refresh token file of a user who has signed in. */
    public String refreshTokenFile() throws IOException {
        tokens().publicClient(CLIENT_ID);
        return file("refresh-token", tokens().refresh().issue(CLIENT_ID) + "\n");
    }

    public String file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public String file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, content).toString();
    }

    @Override
    public void close() {
        fake.close();
    }
}
