package io.github.devicebatch.http;

import static java.util.Objects.requireNonNullElse;

import io.github.devicebatch.http.text.TextInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate authorities that a server's certificate may come from: those of the JVM, and more from files. Immutable and
 * thread-safe.
 */
public final class TrustSettings {

    private static final TrustSettings SYSTEM = new TrustSettings(List.of());
    private static final int LONGEST_FILE = 16 << 20;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----([^-]*)-----END \\1-----");

    private final List<X509Certificate> authorities;

    private TrustSettings(List<X509Certificate> authorities) {
        this.authorities = authorities;
    }

    /**
     * Returns the authorities of the JVM: {@code javax.net.ssl.trustStore} if it is set, else those of the Java installation.
     *
     * @return the settings
     */
    public static TrustSettings system() {
        return SYSTEM;
    }

    /**
     * Returns these authorities and those in {@code file}. The file is read once, now.
     *
     * @param file certificates in PEM, one or more; text around them is passed over
     * @return the settings
     * @throws IOException if the file can't be read or is longer than 16 MiB
     * @throws IllegalArgumentException if it contains no certificate in PEM, or one that can't be read
     */
    public TrustSettings withAuthoritiesIn(Path file) throws IOException {
        List<X509Certificate> more = certificates(file, bytes(file));
        return new TrustSettings(
                Stream.concat(authorities.stream(), more.stream()).distinct().toList());
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return TextInput.utf8(TextInput.bytes(input, LONGEST_FILE));
        } catch (TextInput.TooLongException tooLong) {
            throw new FileSystemException(file.toString(), null, tooLong.getMessage());
        } catch (NoSuchFileException missing) {
            throw new FileSystemException(file.toString(), null, "there is no such file");
        }
    }

    private static List<X509Certificate> certificates(Path file, byte[] bytes) {
        Matcher block = CERTIFICATE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        List<X509Certificate> certificates = new ArrayList<>();
        while (block.find()) {
            certificates.add(certificate(file, certificates.size() + 1, block.group(2)));
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(file + " " + withoutCertificate(bytes));
        }
        return certificates;
    }

    private static String withoutCertificate(byte[] bytes) {
        if (bytes.length == 0) {
            return "is empty; it needs certificates in PEM";
        }
        // A certificate in DER is a sequence of ASN.1 that is longer than 255 bytes.
        return bytes[0] == 0x30 && bytes.length > 1 && bytes[1] == (byte) 0x82
                ? "is DER and not PEM; convert it: openssl x509 -inform der -in FILE -out FILE.pem"
                : "has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----";
    }

    private static X509Certificate certificate(Path file, int number, String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException("certificate " + number + " in " + file + " can't be read");
        }
    }

    /**
     * Returns a TLS context that trusts these authorities.
     *
     * @throws IllegalStateException if the JVM's own settings can't be used; the message says which and why
     */
    SSLContext sslContext() {
        try {
            return authorities.isEmpty() ? systemContext() : context();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusableSystem(unusable), unusable);
        }
    }

    /** With an empty trust store, the JDK fails at the first handshake only. */
    private static SSLContext systemContext() throws GeneralSecurityException {
        if (systemAuthorities().length == 0) {
            throw new NoSuchAlgorithmException("it has no certificate");
        }
        return SSLContext.getDefault();
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate system : systemAuthorities()) {
            store.setCertificateEntry("authority " + number++, system);
        }
        for (X509Certificate own : authorities) {
            store.setCertificateEntry("authority " + number++, own);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static X509Certificate[] systemAuthorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    private static String unusableSystem(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String store = System.getProperty("javax.net.ssl.trustStore");
        return "the trust store of the JVM" + (store == null ? "" : " (javax.net.ssl.trustStore=" + store + ")")
                + " can't be used: "
                + requireNonNullElse(root.getMessage(), "it is neither PKCS#12 nor JKS");
    }

    /** Returns how many authorities were added. */
    @Override
    public String toString() {
        return "TrustSettings[the JVM's authorities"
                + (authorities.isEmpty() ? "" : " and " + authorities.size() + " more") + "]";
    }
}
