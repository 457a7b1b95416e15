package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.http.support.EverythingLogged;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.http.support.Told;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for the private key, for what it signed, and for the password that protected it. */
class CertificateCanaryTest {

    private static final String PASSWORD = "password-canary~of+a/test=";

    /** How every signed assertion begins: a brace and a quotation mark in Base64. */
    private static final String ASSERTION = "eyJ";

    @TempDir
    private Path folder;

    private final EverythingLogged logged = new EverythingLogged();
    private final ApplicationCertificate certificate = ApplicationCertificate.create();

    @BeforeEach
    void listen() {
        logged.listen();
    }

    @AfterEach
    void stopListening() {
        logged.stopListening();
    }

    private ClientCertificate read() throws IOException {
        Path file = Files.write(folder.resolve("app.pfx"), certificate.pkcs12(PASSWORD.toCharArray()));
        return ClientCertificate.fromFile(file, PASSWORD.toCharArray());
    }

    /** Parts of the key, so that one in lines is found as well. */
    private List<String> key() {
        byte[] key = certificate.privateKey().getEncoded();
        String base64 = Base64.getEncoder().encodeToString(key);
        String hexadecimal = HexFormat.of().formatHex(key);
        int middle = key.length / 2;
        return List.of(base64.substring(middle, middle + 40), hexadecimal.substring(middle, middle + 40));
    }

    @Test
    void areNowhereToBeFoundWhenAllGoesWell() throws IOException, InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.tokens().application(Partner.CLIENT_ID, certificate.certificate());
            fake.tokens().access().validated();
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());

            String told = told(fake, read());

            assertThat(told).contains("Found[").doesNotContain(key()).doesNotContain(PASSWORD, ASSERTION);
        }
    }

    @Test
    void areNowhereToBeFoundWhenThePlatformSaysTheAssertionBack() throws IOException, InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.tokens()
                    .application(
                            Partner.CLIENT_ID, ApplicationCertificate.create().certificate())
                    .errorsRepeatCredentials();

            String told = told(fake, read());

            assertThat(told)
                    .contains(Refused.class.getSimpleName(), "[client assertion]")
                    .doesNotContain(key())
                    .doesNotContain(PASSWORD, ASSERTION);
        }
    }

    private String told(FakePartnerCenter fake, ClientCertificate shown) throws InterruptedException {
        IdentityPlatform platform = IdentityPlatform.at(fake.baseUrl(), PartnerCenterCloud.GLOBAL);
        AccessTokenSource source = AccessTokenSource.appOnly(platform, Partner.APP, shown);
        return Told.by(source, platform, fake.baseUrl()) + shown + fake + fake.requests() + logged;
    }
}
