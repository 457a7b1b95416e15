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
import java.util.Optional;

/** Reader of PKCS#12, also known as PFX. */
final class Pkcs12Reader {

    private Pkcs12Reader() {}

    static CertifiedKey read(byte[] bytes, char[] password) throws UnusableCertificateException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            String alias = onlyKey(store);
            return CertifiedKey.of((PrivateKey) store.getKey(alias, password), certificates(store, alias));
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

    /** Returns the chain of the key, then the certificates that are stored without a key. */
    private static List<X509Certificate> certificates(KeyStore store, String key) throws GeneralSecurityException {
        List<Certificate> certificates = new ArrayList<>();
        Optional.ofNullable(store.getCertificateChain(key)).map(Arrays::asList).ifPresent(certificates::addAll);
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                certificates.add(store.getCertificate(alias));
            }
        }
        return certificates.stream().map(X509Certificate.class::cast).toList();
    }

    private static boolean isWrongPassword(Exception failure) {
        return failure instanceof UnrecoverableKeyException || failure.getCause() instanceof UnrecoverableKeyException;
    }
}
