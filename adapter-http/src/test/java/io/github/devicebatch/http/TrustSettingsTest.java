package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.http.support.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustSettingsTest {

    private static TestCertificate first;
    private static TestCertificate second;

    @TempDir
    private Path folder;

    @BeforeAll
    static void createCertificates() {
        first = TestCertificate.forHosts("127.0.0.1");
        second = TestCertificate.forHosts("127.0.0.1");
    }

    static Stream<Arguments> filesWithBoth() {
        return Stream.of(
                Arguments.of("one after the other", first.pem() + second.pem()),
                Arguments.of("text around", "# one\n" + first.pem() + "Issuer: two\n" + second.pem() + "end"),
                Arguments.of("CR LF", (first.pem() + second.pem()).replace("\n", "\r\n")),
                Arguments.of("UTF-8 with a mark", "\u00ef\u00bb\u00bf" + first.pem() + second.pem()),
                Arguments.of("with a key", first.keyPem() + first.pem() + second.pem()),
                Arguments.of(
                        "OpenSSL's other names",
                        (first.pem() + second.pem()).replace(" CERTIFICATE", " X509 CERTIFICATE")),
                Arguments.of("twice", first.pem() + second.pem() + first.pem()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesWithBoth")
    void trustsEveryCertificateInAFile(String name, String text) throws Exception {
        TrustSettings settings = TrustSettings.system().withAuthoritiesIn(file(text));
        assertThat(settings).hasToString("TrustSettings[the JVM's authorities and 2 more]");
        assertThat(isTrusted(first, settings)).isTrue();
        assertThat(isTrusted(second, settings)).isTrue();
    }

    @Test
    void trustsTheCertificatesOfSeveralFiles() throws Exception {
        TrustSettings settings =
                TrustSettings.system().withAuthoritiesIn(file(first.pem())).withAuthoritiesIn(file(second.pem()));
        assertThat(isTrusted(first, settings)).isTrue();
        assertThat(isTrusted(second, settings)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void trustsTheCertificatesOfAFileWithAMark(String encoding) throws Exception {
        Path file = Files.write(folder.resolve("ca"), ("\ufeff" + first.pem()).getBytes(Charset.forName(encoding)));
        assertThat(isTrusted(first, TrustSettings.system().withAuthoritiesIn(file)))
                .isTrue();
    }

    @Test
    void trustsNoOtherCertificate() throws Exception {
        assertThat(isTrusted(second, TrustSettings.system())).isFalse();
        assertThat(isTrusted(second, TrustSettings.system().withAuthoritiesIn(file(first.pem()))))
                .isFalse();
    }

    @Test
    void doesNotChangeTheOriginalSettings() throws Exception {
        TrustSettings before = TrustSettings.system();
        TrustSettings after = before.withAuthoritiesIn(file(first.pem()));
        assertThat(before).hasToString("TrustSettings[the JVM's authorities]");
        assertThat(after).hasToString("TrustSettings[the JVM's authorities and 1 more]");
    }

    static Stream<Arguments> unusableFiles() throws GeneralSecurityException {
        Certificate certificate = first.certificate();
        String broken = first.pem().replaceFirst("\n.{64}\n", "\n");
        return Stream.of(
                Arguments.of(bytes(""), "FILE is empty; it needs certificates in PEM"),
                Arguments.of(
                        bytes("hello"),
                        "FILE has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"),
                Arguments.of(
                        bytes("\n"), "FILE has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"),
                Arguments.of(
                        bytes(first.keyPem()),
                        "FILE has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"),
                Arguments.of(
                        bytes(first.pem().replace("-----END CERTIFICATE-----", "")),
                        "FILE has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"),
                Arguments.of(
                        certificate.getEncoded(),
                        "FILE is DER and not PEM; convert it: openssl x509 -inform der -in FILE -out FILE.pem"),
                Arguments.of(bytes(first.pem() + broken), "certificate 2 in FILE can't be read"),
                Arguments.of(bytes(first.pem().replace("MII", "%II")), "certificate 1 in FILE can't be read"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unusableFiles")
    void rejectsAFileWithoutReadableCertificates(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("ca"), content);
        assertThatThrownBy(() -> TrustSettings.system().withAuthoritiesIn(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replaceFirst("FILE", file.toString()));
    }

    @Test
    void rejectsAMissingFile() {
        Path file = folder.resolve("missing");
        assertThatThrownBy(() -> TrustSettings.system().withAuthoritiesIn(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void rejectsALongFile() throws IOException {
        Path file = Files.write(folder.resolve("long"), new byte[(16 << 20) + 1]);
        assertThatThrownBy(() -> TrustSettings.system().withAuthoritiesIn(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": it is longer than 16777216 bytes");
    }

    private Path file(String text) throws IOException {
        return Files.write(Files.createTempFile(folder, "ca", ".pem"), bytes(text));
    }

    /** Returns whether a TLS handshake with a server succeeds that presents {@code shown}. */
    private static boolean isTrusted(TestCertificate shown, TrustSettings settings) throws Exception {
        SSLContext server = shown.showing();
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (SSLServerSocket listener =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            Thread accepting = Thread.ofVirtual().start(() -> handshake(listener));
            boolean trusted = handshake(settings.sslContext(), loopback, listener.getLocalPort());
            accepting.join();
            return trusted;
        }
    }

    private static void handshake(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException distrusted) {
            // ignored: the result of the client counts
        }
    }

    private static boolean handshake(SSLContext context, InetAddress host, int port) {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port)) {
            socket.startHandshake();
            return true;
        } catch (IOException distrusted) {
            return false;
        }
    }
}
