package io.github.devicebatch.http.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Value of the header {@code User-Agent}: name and version of this library, and a comment with the name of the application.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5">RFC 9110, 10.1.5</a>
 */
public final class UserAgent {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PRODUCT = product(version());

    private UserAgent() {}

    /**
     * Returns the value.
     *
     * @param application the name of the application: visible ASCII and spaces
     */
    public static String of(Optional<String> application) {
        return PRODUCT
                + application
                        .map(name -> " (" + name.replaceAll("[()\\\\]", "\\\\$0") + ")")
                        .orElse("");
    }

    /** Leaves out a version that is no token, as that of a build without Maven. */
    static String product(String version) {
        return version.matches(TOKEN) ? "devicebatch/" + version : "devicebatch";
    }

    private static String version() {
        try (InputStream resource = UserAgent.class.getResourceAsStream("version.txt")) {
            return resource == null ? "" : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
