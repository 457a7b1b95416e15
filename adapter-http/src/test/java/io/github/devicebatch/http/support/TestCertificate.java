package io.github.devicebatch.http.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A self-signed certificate with its private key (EC, P-256), made for one test and valid for 30 days from an hour ago.
 *
 * @param key the private key
 * @param certificate the certificate
 */
public record TestCertificate(PrivateKey key, Certificate certificate) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * Creates a certificate.
     *
     * @param hosts names and IP addresses that it is for
     * @return the certificate
     */
    public static TestCertificate forHosts(String... hosts) {
        try {
            Path folder = Files.createTempDirectory("certificate");
            try {
                return created(folder.resolve("keystore.p12"), hosts);
            } finally {
                TemporaryFiles.delete(folder);
            }
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("no certificate could be made", unusable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while a certificate was made", interrupted);
        }
    }

    /** Creates a certificate with the JDK's keytool. */
    private static TestCertificate created(Path file, String... hosts)
            throws IOException, GeneralSecurityException, InterruptedException {
        String names = Arrays.stream(hosts)
                .map(host -> (host.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=A server of the tests",
                        "-ext",
                        "san=" + names,
                        "-startdate",
                        "-1H",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + printed);
        }
        return read(file);
    }

    private static TestCertificate read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, PASSWORD);
        }
        return new TestCertificate((PrivateKey) store.getKey("server", PASSWORD), store.getCertificate("server"));
    }

    /** Returns the certificate in PEM. */
    public String pem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Returns the private key in PEM (PKCS#8). */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** Returns a TLS context for a server that shows this certificate. */
    public SSLContext showing() {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("server", key, PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException unsound) {
            throw new IllegalStateException("the JDK can't show the certificate", unsound);
        }
    }

    /** Returns a TLS context that trusts this certificate and no other. */
    public SSLContext trusting() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("server", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unsound) {
            throw new IllegalStateException("the JDK can't trust the certificate", unsound);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String pem(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    /** Returns the certificate's subject, without the key. */
    @Override
    public String toString() {
        return "TestCertificate[" + certificate.getType() + "]";
    }
}
