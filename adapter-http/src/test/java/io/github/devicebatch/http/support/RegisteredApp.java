package io.github.devicebatch.http.support;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.Decorators;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.PartnerCenterCloud;
import io.github.devicebatch.http.RefreshTokenFile;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * An app that is registered at a fake identity platform. The fake accepts only tokens that it issued; both
 * have the same clock.
 */
public final class RegisteredApp implements AutoCloseable {

    public static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    public static final AppRegistration APP = new AppRegistration("contoso.onmicrosoft.com", CLIENT_ID);
    public static final String SECRET = "abc8Q~made-up_client.secret-of-a-test";

    public final ManualTime time;
    public final FakePartnerCenter fake;

    private RegisteredApp(ManualTime time) {
        this.time = time;
        this.fake = FakePartnerCenter.start(time);
        tokens().access().validated();
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    public static RegisteredApp start() {
        return new RegisteredApp(ManualTime.start());
    }

    /** Starts at the system's time, for client assertions: MSAL4J signs with the system clock. */
    public static RegisteredApp startAtSystemTime() {
        return new RegisteredApp(ManualTime.startingAt(Instant.now()));
    }

    public TokenEndpoint tokens() {
        return fake.tokens();
    }

    public IdentityPlatform platform() {
        return IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL).time(time, time);
    }

    /** Returns a source of app-only tokens and registers the app with its secret. */
    public AccessTokenSource appOnly() {
        tokens().application(CLIENT_ID, SECRET);
        return AccessTokenSource.appOnly(platform(), APP, ClientSecret.of(SECRET));
    }

    /** Returns a source of App+User tokens and registers the app as a public client. */
    public AccessTokenSource appAndUser(RefreshTokenFile file) {
        tokens().publicClient(CLIENT_ID);
        return AccessTokenSource.appAndUser(platform(), APP, file);
    }

    /** Issues a refresh token and stores it below {@code folder}. */
    public RefreshTokenFile signedIn(Path folder) throws IOException {
        return store(folder, tokens().refresh().issue(CLIENT_ID));
    }

    /** Stores a refresh token in a private file and directory below {@code folder}. */
    public static RefreshTokenFile store(Path folder, String token) throws IOException {
        Path own = Files.createDirectories(
                folder.resolve("own"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = Files.createFile(
                own.resolve("refresh-token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return RefreshTokenFile.at(Files.writeString(file, token + "\n"));
    }

    public static String stored(RefreshTokenFile file) throws IOException {
        return Files.readString(file.path());
    }

    public PartnerCenterBuilder builder(AccessTokenSource source) {
        return Decorators.withLongestDelays(
                PartnerCenter.at(fake.baseUrl()).tokens(source).time(time, time));
    }

    public BatchStatusAnswer ask(AccessTokenSource source) throws InterruptedException {
        try (PartnerCenter partnerCenter = builder(source).build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    @Override
    public void close() {
        fake.close();
    }
}
