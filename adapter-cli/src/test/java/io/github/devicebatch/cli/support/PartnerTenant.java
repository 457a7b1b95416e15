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
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * A partner tenant with an app registration, on a fake that serves the documented example; credentials are in private files.
 */
public final class PartnerTenant implements AutoCloseable {

    public static final String TENANT = "contoso.onmicrosoft.com";
    public static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    public static final String SECRET = "canary8Q~of/the.client+secret==";
    public static final String PASSWORD = "canary of the certificate's password";

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

    /** Returns a PKCS#12 file with the password {@link #PASSWORD}. */
    public String pkcs12File() throws IOException {
        return file("app.p12", registered().pkcs12(PASSWORD.toCharArray()));
    }

    private ApplicationCertificate registered() {
        ApplicationCertificate certificate = ApplicationCertificate.create();
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
