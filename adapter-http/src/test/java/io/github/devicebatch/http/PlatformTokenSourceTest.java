package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTokenSourceTest {

    private static final IdentityPlatform PLATFORM = IdentityPlatform.at(PartnerCenterCloud.CHINA);
    private static final RefreshTokenFile FILE = RefreshTokenFile.at(Path.of("refresh-token"));
    private static final ClientSecret SECRET = ClientSecret.of(RegisteredApp.SECRET);

    @Test
    void printsItsKindAndItsPlatformAndNoMore() {
        assertThat(AccessTokenSource.appOnly(PLATFORM, RegisteredApp.APP, SECRET))
                .hasToString("app-only from " + PLATFORM);
        assertThat(AccessTokenSource.appAndUser(PLATFORM, RegisteredApp.APP, FILE))
                .hasToString("App+User from " + PLATFORM);
        assertThat(AccessTokenSource.appAndUser(PLATFORM, RegisteredApp.APP, SECRET, FILE))
                .hasToString("App+User from " + PLATFORM);
    }

    /** The app asks for itself, over a real socket, a fake that takes no token but those it issued. */
    @Nested
    class AppOnly {

        private static final char[] PASSWORD = "made-up".toCharArray();

        @TempDir
        private Path folder;

        @Test
        void getsATokenByTheClientSecret() throws InterruptedException {
            try (RegisteredApp partner = RegisteredApp.start()) {
                assertThat(FaultRow.inWords(partner.ask(partner.appOnly()))).isEqualTo("Found");
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(1);
            }
        }

        @Test
        void getsATokenByACertificateInPem() throws IOException, InterruptedException {
            var certificate = ApplicationCertificate.create();
            Path file = Files.writeString(folder.resolve("app.pem"), certificate.pem());

            assertThat(FaultRow.inWords(ask(certificate, ClientCertificate.fromFile(file))))
                    .isEqualTo("Found");
        }

        @Test
        void getsATokenByACertificateInPkcs12() throws IOException, InterruptedException {
            var certificate = ApplicationCertificate.create();
            Path file = Files.write(folder.resolve("app.pfx"), certificate.pkcs12(PASSWORD));

            assertThat(FaultRow.inWords(ask(certificate, ClientCertificate.fromFile(file, PASSWORD))))
                    .isEqualTo("Found");
        }

        private static BatchStatusAnswer ask(ApplicationCertificate registered, ClientCertificate shown)
                throws InterruptedException {
            try (RegisteredApp partner = RegisteredApp.startNow()) {
                partner.tokens().application(RegisteredApp.CLIENT_ID, registered.certificate());
                return partner.ask(AccessTokenSource.appOnly(partner.platform(), RegisteredApp.APP, shown));
            }
        }

        @Test
        void asksOnceForManyQuestions() throws InterruptedException {
            try (RegisteredApp partner = RegisteredApp.start()) {
                AccessTokenSource source = partner.appOnly();
                for (int question = 0; question < 10; question++) {
                    assertThat(FaultRow.inWords(partner.ask(source))).isEqualTo("Found");
                }
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(1);
            }
        }

        @Test
        void replacesATokenFiveMinutesBeforeItsEnd() throws InterruptedException {
            try (RegisteredApp partner = RegisteredApp.start()) {
                AccessTokenSource source = partner.appOnly();
                partner.ask(source);

                partner.time.advance(Duration.ofSeconds(3_599 - 301));
                partner.ask(source);
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(1);

                partner.time.advance(Duration.ofSeconds(1));
                BatchStatusAnswer answer = partner.ask(source);
                assertThat(FaultRow.inWords(answer)).isEqualTo("Found");
                assertThat(answer.trace().attempts()).isEqualTo(1);
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(2);
            }
        }

        @Test
        void replacesAnExpiredTokenBeforeItIsRefused() throws InterruptedException {
            try (RegisteredApp partner = RegisteredApp.start()) {
                AccessTokenSource source = partner.appOnly();
                partner.ask(source);
                partner.time.advance(Duration.ofHours(2));

                BatchStatusAnswer answer = partner.ask(source);

                assertThat(FaultRow.inWords(answer)).isEqualTo("Found");
                assertThat(answer.trace().attempts()).isEqualTo(1);
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(2);
            }
        }

        @Test
        void replacesARevokedTokenOnceWithoutTheCallerNoticing() throws InterruptedException {
            try (RegisteredApp partner = RegisteredApp.start();
                    PartnerCenter partnerCenter =
                            partner.asking(partner.appOnly()).build()) {
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
                partner.tokens().access().revokeAll();

                BatchStatusAnswer answer = partnerCenter.batchStatus().ask(Batches.REFERENCE);
                assertThat(FaultRow.inWords(answer)).isEqualTo("Found");
                assertThat(answer.trace().attempts()).isEqualTo(2);
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(2);
            }
        }
    }
}
