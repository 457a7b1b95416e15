package io.github.devicebatch.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.credential.CertifiedKey;
import io.github.devicebatch.http.credential.UnusableCertificateException;
import io.github.devicebatch.http.support.PemKeys;
import io.github.devicebatch.testkit.oauth.ApplicationCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCertificateTest {

    private static final ApplicationCertificate CERTIFICATE = ApplicationCertificate.create();
    private static final ApplicationCertificate OTHER_CERTIFICATE = ApplicationCertificate.create();
    private static final String PASSWORD = "a password";
    private static final String PEM = CERTIFICATE.pem();
    private static final String KEY_PEM = PEM.substring(0, PEM.indexOf("-----BEGIN CERTIFICATE"));
    private static final String CERTIFICATE_PEM = PEM.substring(PEM.indexOf("-----BEGIN CERTIFICATE"));
    private static final String OTHER_PEM =
            OTHER_CERTIFICATE.pem().substring(OTHER_CERTIFICATE.pem().indexOf("-----BEGIN CERTIFICATE"));

    @TempDir
    private Path folder;

    private ClientCertificate read(String content, String password) throws IOException {
        return ClientCertificate.fromFile(Files.writeString(folder.resolve("app"), content), password.toCharArray());
    }

    private ClientCertificate read(byte[] content, String password) throws IOException {
        return ClientCertificate.fromFile(Files.write(folder.resolve("app"), content), password.toCharArray());
    }

    private static void assertComplete(ClientCertificate certificate) {
        assertThat(certificate.key().key()).isEqualTo(CERTIFICATE.privateKey());
        assertThat(certificate.key().chainAt(Instant.now())).containsExactly(CERTIFICATE.certificate());
    }

    @Test
    void toStringHidesTheValue() throws IOException {
        assertThat(read(PEM, "")).hasToString("[client certificate]");
    }

    @Test
    void readsKeyAndCertificateInAnyOrderWithTextBetween() throws IOException {
        assertComplete(read(PEM, ""));
        assertComplete(read(
                "Bag Attributes\n" + CERTIFICATE_PEM + "\r\nKey Attributes: <none>\n" + KEY_PEM.replace("\n", "\r\n"),
                ""));
        assertComplete(ClientCertificate.fromFile(Files.writeString(folder.resolve("another"), PEM)));
    }

    @Test
    void readsAPkcs1Key() throws IOException {
        assertComplete(read(PemKeys.pkcs1(CERTIFICATE.privateKey()) + CERTIFICATE_PEM, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA1AndAES_128"})
    void readsAnEncryptedKey(String scheme) throws IOException, GeneralSecurityException {
        assertComplete(read(PemKeys.encrypted(CERTIFICATE.privateKey(), scheme, PASSWORD) + CERTIFICATE_PEM, PASSWORD));
    }

    @Test
    void readsPkcs12() throws IOException {
        assertComplete(read(CERTIFICATE.pkcs12(PASSWORD.toCharArray()), PASSWORD));
        assertComplete(
                ClientCertificate.fromFile(Files.write(folder.resolve("empty"), CERTIFICATE.pkcs12(new char[0]))));
    }

    @Test
    void chainStartsWithTheCertificateOfTheKey() throws IOException {
        assertThat(read(OTHER_PEM + CERTIFICATE_PEM + KEY_PEM, "").key().chainAt(Instant.now()))
                .containsExactly(CERTIFICATE.certificate(), OTHER_CERTIFICATE.certificate());
    }

    @Test
    void rejectsAFileWithoutOneKeyAndItsCertificate() {
        assertRejected(CERTIFICATE_PEM, "it has 0 private keys that can be read (PKCS#8 or RSA); it needs exactly one");
        assertRejected(
                KEY_PEM + KEY_PEM + CERTIFICATE_PEM,
                "it has 2 private keys that can be read (PKCS#8 or RSA); it needs exactly one");
        assertRejected(KEY_PEM, "it has no certificate for its private key; put both into the file");
        assertRejected(KEY_PEM + OTHER_PEM, "it has no certificate for its private key; put both into the file");
    }

    @ParameterizedTest
    @CsvSource({
        "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', its private key is not an RSA key that can be"
                + " read",
        "'-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n', its private key is not an RSA key that"
                + " can be read",
        "'-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----\n', one of its blocks is not Base64",
        "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', one of its certificates can't be read",
        "'-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n',"
                + " its key is encrypted in OpenSSL's old form; convert it to PKCS#8",
        "no certificate at all, it is neither PEM nor PKCS#12 that can be read"
    })
    void rejectsUnreadableContent(String content, String reason) {
        assertRejected(content, reason);
    }

    @Test
    void rejectsAWrongOrMissingPassword() throws GeneralSecurityException {
        String encrypted =
                PemKeys.encrypted(CERTIFICATE.privateKey(), "PBEWithHmacSHA256AndAES_256", PASSWORD) + CERTIFICATE_PEM;
        assertRejected(encrypted, "its private key is encrypted; give its password");
        assertThatThrownBy(() -> read(encrypted, "wrong"))
                .hasMessageEndingWith("its private key can't be decrypted: the password is wrong, or the encryption is"
                        + " none of PBES2 with AES");
        for (String wrong : List.of("wrong", "")) {
            assertThatThrownBy(() -> read(CERTIFICATE.pkcs12(PASSWORD.toCharArray()), wrong))
                    .hasMessageEndingWith("the password is wrong, or one is missing");
        }
    }

    @Test
    void rejectsAKeyThatIsNotRsa() throws GeneralSecurityException {
        PrivateKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
        assertThatThrownBy(() -> CertifiedKey.of(key, List.of(CERTIFICATE.certificate())))
                .isInstanceOf(UnusableCertificateException.class)
                .hasMessage("its key is of the kind EC; make a certificate with an RSA key");
    }

    /** PEM and PKCS#12 as vaults and CI systems keep them. */
    @Nested
    class InBase64 {

        private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

        static Stream<UnaryOperator<byte[]>> wrappings() {
            return Stream.of(
                    content -> Base64.getEncoder().encode(content),
                    LINES::encode,
                    content -> Base64.getMimeEncoder().encode(content),
                    content -> (" " + LINES.encodeToString(content) + "\n\n").getBytes(UTF_8),
                    content -> ("\ufeff" + LINES.encodeToString(content)).getBytes(UTF_8),
                    content -> ("\ufeff" + LINES.encodeToString(content) + "\r\n").getBytes(UTF_16LE),
                    content -> ("\ufeff" + LINES.encodeToString(content)).getBytes(UTF_16BE));
        }

        @ParameterizedTest
        @MethodSource("wrappings")
        void isRead(UnaryOperator<byte[]> wrapping) throws IOException {
            assertComplete(read(wrapping.apply(CERTIFICATE.pkcs12(PASSWORD.toCharArray())), PASSWORD));
            assertComplete(read(wrapping.apply(CERTIFICATE.pkcs12(new char[0])), ""));
            assertComplete(read(wrapping.apply(PEM.getBytes(UTF_8)), ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"AAAA", "AAAAA", "A", "=="})
        void ofSomethingElseIsRejected(String content) {
            assertRejected(content, "it is neither PEM nor PKCS#12 that can be read");
        }
    }

    /** Several certificates for one key, as after a renewal: E ended, V is valid, L is valid for longer, F begins later. */
    @Nested
    class AtATime {

        private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
        private static final Map<Character, ApplicationCertificate> ALL = Map.of(
                'O', renewed(-900, -600),
                'E', renewed(-400, -1),
                'V', renewed(-30, 1),
                'L', renewed(-300, 300),
                'F', renewed(1, 400),
                'G', renewed(500, 900));

        private static ApplicationCertificate renewed(int from, int until) {
            return CERTIFICATE.renewed(NOW.plus(Duration.ofDays(from)), NOW.plus(Duration.ofDays(until)));
        }

        @ParameterizedTest
        @CsvSource({
            "V, V, VALID", "EV, V, VALID", "VE, V, VALID", "EVL, L, VALID", "LVF, L, VALID", "FVE, V, VALID",
            "OE, E, EXPIRED", "EO, E, EXPIRED", "E, E, EXPIRED", "EF, E, EXPIRED", "GF, F, EARLY", "FG, F, EARLY"
        })
        void theCertificateIsChosenByItsPeriod(String file, char chosen, String state) throws IOException {
            ClientCertificate certificate = read(
                    KEY_PEM + file.chars().mapToObj(name -> pem((char) name)).collect(Collectors.joining()), "");

            X509Certificate expected = ALL.get(chosen).certificate();
            assertThat(certificate.certificateAt(NOW)).isEqualTo(expected);
            assertThat(certificate.key().chainAt(NOW)).containsExactly(expected);
            assertThat(certificate.key().invalidity(NOW))
                    .isEqualTo(
                            switch (state) {
                                case "EXPIRED" -> Optional.of("the client certificate expired at 2026-04-30T12:00:00Z");
                                case "EARLY" ->
                                    Optional.of("the client certificate is not valid before 2026-05-02T12:00:00Z");
                                default -> Optional.empty();
                            });
        }

        @Test
        void bothEndsOfThePeriodBelongToIt() throws IOException {
            ClientCertificate certificate = read(KEY_PEM + pem('V'), "");
            Instant from = NOW.minus(Duration.ofDays(30));
            Instant until = NOW.plus(Duration.ofDays(1));

            assertThat(certificate.key().invalidity(from)).isEmpty();
            assertThat(certificate.key().invalidity(until)).isEmpty();
            assertThat(certificate.key().invalidity(from.minusSeconds(1))).isPresent();
            assertThat(certificate.key().invalidity(until.plusSeconds(1))).isPresent();
        }

        private static String pem(char name) {
            String pem = ALL.get(name).pem();
            return pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        }
    }

    private void assertRejected(String content, String reason) {
        assertThatThrownBy(() -> read(content, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no client certificate: " + folder.resolve("app") + ": " + reason);
    }
}
