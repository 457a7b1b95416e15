package io.github.devicebatch.http;

import java.time.Duration;
import java.util.Optional;

/** What the answers of the identity platform have in common. */
final class TokenMembers {

    private TokenMembers() {}

    static String demand(String name, Optional<String> value) {
        return value.orElseThrow(() -> new UnreadableBodyException("member " + name + " is missing"));
    }

    /** Reads a time in whole seconds: one to ten digits, and not zero. */
    static Duration seconds(String name, Optional<String> value) {
        String text = demand(name, value);
        if (!text.matches("0*[1-9][0-9]{0,9}")) {
            throw new UnreadableBodyException("member " + name + " is no number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
