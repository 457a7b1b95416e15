package io.github.devicebatch.testkit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a request to the token endpoint, in any case. */
record TokenPath(String tenant, Kind kind) {

    private static final Pattern PATH =
            Pattern.compile("/([^/]+)/oauth2/v2\\.0/(?:(token)|devicecode)/?", Pattern.CASE_INSENSITIVE);

    /** What is asked for. */
    enum Kind {
        TOKEN,
        DEVICE_CODE
    }

    static Optional<TokenPath> of(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches()
                ? Optional.of(new TokenPath(matcher.group(1), matcher.group(2) == null ? Kind.DEVICE_CODE : Kind.TOKEN))
                : Optional.empty();
    }
}
