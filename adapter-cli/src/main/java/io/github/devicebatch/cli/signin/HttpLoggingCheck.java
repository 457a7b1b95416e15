package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Refuses to ask anything while the JDK's own log of HTTP would print the access token. */
public final class HttpLoggingCheck {

    private static final String LOG = "jdk.httpclient.HttpClient.log";
    private static final List<String> TELLTALES = List.of("headers", "all");

    private HttpLoggingCheck() {}

    /**
     * Passes if nothing would be printed.
     *
     * @throws UsageException if it would
     */
    public static void pass(Properties properties) {
        boolean prints = Arrays.stream(
                        properties.getProperty(LOG, "").toLowerCase(Locale.ROOT).split("[,:]"))
                .map(String::strip)
                .anyMatch(TELLTALES::contains);
        if (prints) {
            throw new UsageException(Problem.of(
                    "refusing to ask while the property " + LOG + " logs headers",
                    "the log would print the access token",
                    "take \"headers\" and \"all\" out of it; -v shows each question without the token"));
        }
    }
}
