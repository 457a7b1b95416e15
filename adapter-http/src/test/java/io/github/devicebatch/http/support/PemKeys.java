package io.github.devicebatch.http.support;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Writes private keys in PEM formats that the testkit does not write. */
public final class PemKeys {

    /** The length of the PKCS#8 header before the PKCS#1 key, for a key of 2,048 bits. */
    private static final int PKCS8_HEADER = 26;

    private PemKeys() {}

    public static String pkcs1(PrivateKey key) {
        byte[] pkcs8 = key.getEncoded();
        return block("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length));
    }

    public static String encrypted(PrivateKey key, String scheme, String password) throws GeneralSecurityException {
        SecretKey secret = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password.toCharArray()));
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.ENCRYPT_MODE, secret);
        byte[] content = cipher.doFinal(key.getEncoded());
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
            return block("ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, content).getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException("it was made just now", impossible);
        }
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }
}
