package io.github.devicebatch.http.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Decoder of RSA private keys in DER. */
final class RsaPrivateKeys {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** Version 0 and the algorithm rsaEncryption without parameters, which PKCS#8 adds to PKCS#1. */
    private static final byte[] PKCS8_HEADER = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private RsaPrivateKeys() {}

    static PrivateKey pkcs8(byte[] der) throws UnusableCertificateException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException unreadable) {
            throw new UnusableCertificateException("its private key is not an RSA key that can be read");
        }
    }

    /** Wraps the key into PKCS#8, the only form that the JDK decodes. */
    static PrivateKey pkcs1(byte[] der) throws UnusableCertificateException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(PKCS8_HEADER);
        content.writeBytes(element(OCTET_STRING, der));
        return pkcs8(element(SEQUENCE, content.toByteArray()));
    }

    private static byte[] element(int tag, byte[] content) {
        var element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else {
            // three bytes suffice: SecretFileReader limits the length
            element.writeBytes(new byte[] {
                (byte) 0x83, (byte) (content.length >> 16), (byte) (content.length >> 8), (byte) content.length
            });
        }
        element.writeBytes(content);
        return element.toByteArray();
    }

    static PrivateKey encrypted(byte[] der, char[] password) throws UnusableCertificateException {
        if (password.length == 0) {
            throw new UnusableCertificateException("its private key is encrypted; give its password");
        }
        try {
            var info = new EncryptedPrivateKeyInfo(der);
            // The algorithm's name is only PBES2; its parameters print the whole scheme.
            String scheme = String.valueOf(info.getAlgParameters());
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)),
                    info.getAlgParameters());
            return pkcs8(info.getKeySpec(cipher).getEncoded());
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableCertificateException("its private key can't be decrypted: the password is wrong, or the"
                    + " encryption is none of PBES2 with AES");
        }
    }
}
