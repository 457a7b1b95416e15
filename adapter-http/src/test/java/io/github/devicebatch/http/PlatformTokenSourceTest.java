package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTokenSourceTest {

    private static final IdentityPlatform PLATFORM = IdentityPlatform.at(PartnerCenterCloud.CHINA);
    private static final RefreshTokenFile FILE = RefreshTokenFile.at(Path.of("refresh-token"));
    private static final ClientSecret SECRET = ClientSecret.of(RegisteredApp.SECRET);

    @Test
    void toStringNamesOnlyKindAndPlatform() {
        assertThat(AccessTokenSource.appOnly(PLATFORM, RegisteredApp.APP, SECRET))
                .hasToString("app-only from " + PLATFORM);
        assertThat(AccessTokenSource.appAndUser(PLATFORM, RegisteredApp.APP, FILE))
                .hasToString("App+User from " + PLATFORM);
        assertThat(AccessTokenSource.appAndUser(PLATFORM, RegisteredApp.APP, SECRET, FILE))
                .hasToString("App+User from " + PLATFORM);
    }

    /** App-only tokens from the fake identity platform, over a real socket. */
    @Nested
    class AppOnly {

        private static final char[] PASSWORD = "made-up".toCharArray();

        @TempDir
        private Path folder;

        @Test
        void authenticatesWithAClientSecret() throws InterruptedException {
            try (RegisteredApp app = RegisteredApp.start()) {
                assertThat(FaultRow.summary(app.ask(app.appOnly()))).isEqualTo("Found");
                assertThat(app.tokens().requests("client_credentials")).isEqualTo(1);
            }
        }

        @Test
        void authenticatesWithACertificateInPem() throws IOException, InterruptedException {
            var certificate = ApplicationCertificate.create();
            Path file = Files.writeString(folder.resolve("app.pem"), certificate.pem());

            assertThat(FaultRow.summary(ask(certificate, ClientCertificate.fromFile(file))))
                    .isEqualTo("Found");
        }

        @Test
        void authenticatesWithACertificateInPkcs12() throws IOException, InterruptedException {
            var certificate = ApplicationCertificate.create();
            Path file = Files.write(folder.resolve("app.pfx"), certificate.pkcs12(PASSWORD));

            assertThat(FaultRow.summary(ask(certificate, ClientCertificate.fromFile(file, PASSWORD))))
                    .isEqualTo("Found");
        }

        @Test
        void authenticatesWithTheRenewedCertificateBehindAnExpiredOne() throws IOException, InterruptedException {
            var renewed = ApplicationCertificate.create();
            Instant now = Instant.now();
            var expired = renewed.renewed(now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(1)));
            Path file = Files.writeString(folder.resolve("app.pem"), expired.pem() + certificatePem(renewed));

            assertThat(FaultRow.summary(ask(renewed, ClientCertificate.fromFile(file))))
                    .isEqualTo("Found");
        }

        @Test
        void sendsNothingWithAnExpiredCertificate() throws IOException, InterruptedException {
            Instant now = Instant.now();
            var expired = ApplicationCertificate.create(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
            Path file = Files.writeString(folder.resolve("app.pem"), expired.pem());

            try (RegisteredApp app = RegisteredApp.startAtSystemTime()) {
                app.tokens().application(RegisteredApp.CLIENT_ID, expired.certificate());
                AccessTokenSource source =
                        AccessTokenSource.appOnly(app.platform(), RegisteredApp.APP, ClientCertificate.fromFile(file));

                assertThat(app.ask(source)).isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.party()).isEqualTo(Party.CLIENT);
                    assertThat(refused.fault().description().orElseThrow())
                            .startsWith("the client certificate expired at ");
                });
                assertThat(app.fake.requestCount()).isZero();
            }
        }

        private static String certificatePem(ApplicationCertificate certificate) {
            return certificate.pem().substring(certificate.pem().indexOf("-----BEGIN CERTIFICATE"));
        }

        private static BatchStatusAnswer ask(ApplicationCertificate registered, ClientCertificate shown)
                throws InterruptedException {
            try (RegisteredApp app = RegisteredApp.startAtSystemTime()) {
                app.tokens().application(RegisteredApp.CLIENT_ID, registered.certificate());
                return app.ask(AccessTokenSource.appOnly(app.platform(), RegisteredApp.APP, shown));
            }
        }

        @Test
        void sendsOneTokenRequestForManyQueries() throws InterruptedException {
            try (RegisteredApp app = RegisteredApp.start()) {
                AccessTokenSource source = app.appOnly();
                for (int query = 0; query < 10; query++) {
                    assertThat(FaultRow.summary(app.ask(source))).isEqualTo("Found");
                }
                assertThat(app.tokens().requests("client_credentials")).isEqualTo(1);
            }
        }

        @Test
        void refreshesATokenFiveMinutesBeforeItExpires() throws InterruptedException {
            try (RegisteredApp app = RegisteredApp.start()) {
                AccessTokenSource source = app.appOnly();
                app.ask(source);

                app.time.advance(Duration.ofSeconds(3_599 - 301));
                app.ask(source);
                assertThat(app.tokens().requests("client_credentials")).isEqualTo(1);

                app.time.advance(Duration.ofSeconds(1));
                BatchStatusAnswer answer = app.ask(source);
                assertThat(FaultRow.summary(answer)).isEqualTo("Found");
                assertThat(answer.trace().attempts()).isEqualTo(1);
                assertThat(app.tokens().requests("client_credentials")).isEqualTo(2);
            }
        }

        @Test
        void refreshesAnExpiredTokenBeforeTheQuery() throws InterruptedException {
            try (RegisteredApp app = RegisteredApp.start()) {
                AccessTokenSource source = app.appOnly();
                app.ask(source);
                app.time.advance(Duration.ofHours(2));

                BatchStatusAnswer answer = app.ask(source);

                assertThat(FaultRow.summary(answer)).isEqualTo("Found");
                assertThat(answer.trace().attempts()).isEqualTo(1);
                assertThat(app.tokens().requests("client_credentials")).isEqualTo(2);
            }
        }

        @Test
        void refreshesARevokedTokenOnceWithinTheQuery() throws InterruptedException {
            try (RegisteredApp app = RegisteredApp.start();
                    PartnerCenter partnerCenter = app.builder(app.appOnly()).build()) {
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
                app.tokens().access().revokeAll();

                BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);
                assertThat(FaultRow.summary(answer)).isEqualTo("Found");
                assertThat(answer.trace().attempts()).isEqualTo(2);
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
                assertThat(app.tokens().requests("client_credentials")).isEqualTo(2);
            }
        }
    }
}
