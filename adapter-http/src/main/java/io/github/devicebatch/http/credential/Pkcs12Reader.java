package io.github.devicebatch.http.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reader of PKCS#12, also known as PFX. */
final class Pkcs12Reader {

    private Pkcs12Reader() {}

    static CertifiedKey read(byte[] bytes, char[] password) throws UnusableCertificateException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            String alias = onlyKey(store);
            Certificate[] chain = store.getCertificateChain(alias);
            return CertifiedKey.of((PrivateKey) store.getKey(alias, password), x509(chain));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableCertificateException(
                    isWrongPassword(unreadable)
                            ? "the password is wrong, or one is missing"
                            : "it is neither PEM nor PKCS#12 that can be read");
        }
    }

    private static String onlyKey(KeyStore store) throws GeneralSecurityException, UnusableCertificateException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new UnusableCertificateException("it has " + keys.size() + " private keys; it needs exactly one");
        }
        return keys.getFirst();
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        return Arrays.stream(chain == null ? new Certificate[0] : chain)
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static boolean isWrongPassword(Exception failure) {
        return failure instanceof UnrecoverableKeyException || failure.getCause() instanceof UnrecoverableKeyException;
    }
}
