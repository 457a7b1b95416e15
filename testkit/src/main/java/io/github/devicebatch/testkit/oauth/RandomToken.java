package io.github.devicebatch.testkit.oauth;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes text that nobody can guess. */
final class RandomToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 48;

    private RandomToken() {}

    /** Gives {@code prefix} and 64 random characters, each of which may stand in a token as it is. */
    static String startingWith(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
