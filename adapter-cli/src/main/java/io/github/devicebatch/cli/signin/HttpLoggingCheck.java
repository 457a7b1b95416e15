package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Check that the JDK does not log HTTP headers, which contain the access token. */
public final class HttpLoggingCheck {

    private static final String LOG = "jdk.httpclient.HttpClient.log";
    private static final List<String> VALUES_WITH_HEADERS = List.of("headers", "all");

    private HttpLoggingCheck() {}

    /**
     * Checks the system properties.
     *
     * @throws UsageException if the JDK would log headers
     */
    public static void check(Properties properties) {
        boolean logsHeaders = Arrays.stream(
                        properties.getProperty(LOG, "").toLowerCase(Locale.ROOT).split("[,:]"))
                .map(String::strip)
                .anyMatch(VALUES_WITH_HEADERS::contains);
        if (logsHeaders) {
            throw new UsageException(Problem.of(
                    "no request is sent while the system property " + LOG + " logs headers",
                    "the log would contain the access token",
                    "remove \"headers\" and \"all\" from it; -v logs each attempt without the token"));
        }
    }
}
