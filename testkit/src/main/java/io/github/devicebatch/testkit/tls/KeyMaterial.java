package io.github.devicebatch.testkit.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A private key, its certificate, and the certificate of the issuer. Immutable. */
public record KeyMaterial(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

    /** Returns the context of a TLS server that presents this certificate. */
    public SSLContext serverContext() {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate, issuer});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("cannot use the certificate in a TLS server", failure);
        }
    }

    /** Returns a PKCS#12 file with the key and the certificate. */
    public byte[] pkcs12(char[] password) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("application", key, password, new Certificate[] {certificate});
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, password);
            return file.toByteArray();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("cannot write the PKCS#12 file", failure);
        }
    }

    /** Returns the context of a TLS client that trusts only certificates issued by {@code authority}. */
    public static SSLContext clientContext(X509Certificate authority) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("cannot use the certificate in a trust store", failure);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Returns the subject, without the private key. */
    @Override
    public String toString() {
        return "KeyMaterial of " + certificate.getSubjectX500Principal();
    }
}
