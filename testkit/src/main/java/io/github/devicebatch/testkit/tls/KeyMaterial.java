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

/** A server's private key, the certificate for it, and the certificate of who issued that. */
public record KeyMaterial(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

    /** Gives what a server needs that shows these credentials. */
    public SSLContext shown() {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate, issuer});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException unsound) {
            throw new IllegalStateException("the JDK can't show the certificate", unsound);
        }
    }

    /** Gives a PKCS#12 file that holds key and certificate. */
    public byte[] pkcs12(char[] password) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("application", key, password, new Certificate[] {certificate});
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, password);
            return file.toByteArray();
        } catch (GeneralSecurityException | IOException unsound) {
            throw new IllegalStateException("the JDK can't write the key and the certificate", unsound);
        }
    }

    /** Gives what a client needs that trusts {@code authority} and no one else. */
    public static SSLContext trusting(X509Certificate authority) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", authority);
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

    /** Keeps the key to itself. */
    @Override
    public String toString() {
        return "Credentials of " + certificate.getSubjectX500Principal();
    }
}
