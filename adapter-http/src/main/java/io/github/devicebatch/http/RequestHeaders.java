package io.github.devicebatch.http;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** The headers that are the same for every question, checked so that nothing can be smuggled into them. */
record RequestHeaders(String locale, Optional<String> applicationName) {

    static final RequestHeaders DEFAULT = new RequestHeaders("en-US", Optional.empty());

    private static final String HEADER_TEXT = "[!-~]([ -~]{0,254}[!-~])?";

    RequestHeaders withLocale(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException illFormed) {
            throw new IllegalArgumentException(
                    "not a BCP 47 language tag such as en-US: it fails at position " + illFormed.getErrorIndex(),
                    illFormed);
        }
        return new RequestHeaders(checked("locale", tag), applicationName);
    }

    RequestHeaders withApplicationName(String name) {
        return new RequestHeaders(locale, Optional.of(checked("application name", name)));
    }

    private static String checked(String what, String value) {
        if (!value.matches(HEADER_TEXT)) {
            throw new IllegalArgumentException("the " + what + " is 1 to 256 visible ASCII characters and spaces, not "
                    + value.length() + " characters with others among them");
        }
        return value;
    }
}
