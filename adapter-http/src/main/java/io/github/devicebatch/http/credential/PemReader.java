package io.github.devicebatch.http.credential;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of PEM, which is blocks of Base64 between labels.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
final class PemReader {

    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern BLOCK =
            Pattern.compile(BEGIN + "([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private PemReader() {}

    static boolean isPem(byte[] bytes) {
        return text(bytes).contains(BEGIN);
    }

    static CertifiedKey read(byte[] bytes, char[] password) throws UnusableCertificateException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text(bytes));
        while (block.find()) {
            switch (block.group(1)) {
                case "CERTIFICATE" -> certificates.add(certificate(decoded(block.group(2))));
                case "PRIVATE KEY" -> keys.add(RsaPrivateKeys.pkcs8(decoded(block.group(2))));
                case "RSA PRIVATE KEY" -> keys.add(RsaPrivateKeys.pkcs1(decoded(block.group(2))));
                case "ENCRYPTED PRIVATE KEY" -> keys.add(RsaPrivateKeys.encrypted(decoded(block.group(2)), password));
                default -> {
                    // ignored: parameters or a request, which some tools add
                }
            }
        }
        if (keys.size() != 1) {
            throw new UnusableCertificateException("it has " + keys.size() + " private keys that can be read (PKCS#8 or"
                    + " RSA); it needs exactly one");
        }
        return CertifiedKey.of(keys.getFirst(), certificates);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] decoded(String block) throws UnusableCertificateException {
        if (block.contains(":")) {
            throw new UnusableCertificateException("its key is encrypted in OpenSSL's old form; convert it to PKCS#8");
        }
        try {
            return Base64.getDecoder().decode(block.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new UnusableCertificateException("one of its blocks is not Base64");
        }
    }

    private static X509Certificate certificate(byte[] der) throws UnusableCertificateException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException malformed) {
            throw new UnusableCertificateException("one of its certificates can't be read");
        }
    }
}
