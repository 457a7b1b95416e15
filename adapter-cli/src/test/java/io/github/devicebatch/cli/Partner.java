package io.github.devicebatch.cli;

import io.github.devicebatch.testkit.AccessTokenKind;
import io.github.devicebatch.testkit.ApplicationCertificate;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.Reply;
import io.github.devicebatch.testkit.TokenEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/**
 * A partner with an app, at a fake that knows the documented example; what the app shows stands in private files.
 */
final class Partner implements AutoCloseable {

    static final String TENANT = "contoso.onmicrosoft.com";
    static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    static final String SECRET = "canary8Q~of/the.client+secret==";
    static final String PASSWORD = "canary of the certificate's password";

    final FakePartnerCenter fake;
    private final Path folder;

    /** Keeps files in a folder below {@code folder}. */
    Partner(Path folder) throws IOException {
        this(folder, InstantSource.system());
    }

    /** Has tokens that end by {@code time}. */
    Partner(Path folder, InstantSource time) throws IOException {
        this.fake = FakePartnerCenter.start(time);
        this.folder = Files.createDirectories(
                folder.resolve("private"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    /** Takes no tokens from now on but those that the fake issued. */
    Partner checkingTokens() {
        fake.tokens().access().validated();
        return this;
    }

    TokenEndpoint tokens() {
        return fake.tokens();
    }

    /** Gives a trial that knows where to ask and which app it is. */
    Trial trial() {
        return tell(new Trial());
    }

    Trial tell(Trial trial) {
        return trial.with("DEVICEBATCH_BASE_URL", fake.baseUrl().toString())
                .with("DEVICEBATCH_AUTHORITY", fake.baseUrl().toString())
                .with("DEVICEBATCH_TENANT", TENANT)
                .with("DEVICEBATCH_CLIENT_ID", CLIENT_ID);
    }

    /** Gives the packaged command that knows the same. */
    PackagedCommand command(Path workingFolder) {
        PackagedCommand command = new PackagedCommand(workingFolder);
        trial().variables.forEach(command::with);
        return command;
    }

    /** Gives an access token that is good. */
    String accessToken() {
        return tokens().access().issue(AccessTokenKind.APP_ONLY);
    }

    String accessTokenFile() throws IOException {
        return file("access-token", accessToken() + "\n");
    }

    String clientSecretFile() throws IOException {
        tokens().application(CLIENT_ID, SECRET);
        return file("client-secret", SECRET + "\n");
    }

    String pemFile() throws IOException {
        return file("app.pem", registered().pem());
    }

    /** Gives a PKCS#12 file, whose password is {@link #PASSWORD}. */
    String pkcs12File() throws IOException {
        return file("app.p12", registered().pkcs12(PASSWORD.toCharArray()));
    }

    private ApplicationCertificate registered() {
        ApplicationCertificate certificate = ApplicationCertificate.create();
        tokens().application(CLIENT_ID, certificate.certificate());
        return certificate;
    }

    String passwordFile() throws IOException {
        return file("password", PASSWORD + "\n");
    }

    /** Gives the file of a user who has signed in. */
    String refreshTokenFile() throws IOException {
        tokens().publicClient(CLIENT_ID);
        return file("refresh-token", tokens().refresh().issue(CLIENT_ID) + "\n");
    }

    String file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String file(String name, byte[] content) throws IOException {
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
