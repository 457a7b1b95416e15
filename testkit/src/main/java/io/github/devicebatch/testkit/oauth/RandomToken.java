package io.github.devicebatch.testkit.oauth;

import java.security.SecureRandom;
import java.util.Base64;

/** Cryptographically random tokens. */
final class RandomToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 48;

    private RandomToken() {}

    /** Returns {@code prefix} and 64 random characters of the URL-safe Base64 alphabet. */
    static String withPrefix(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
