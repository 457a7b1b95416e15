package io.github.devicebatch.cli;

import io.github.devicebatch.cli.terminal.CliContext;
import java.security.Security;

/** Entry point of the process. */
final class Main {

    /** How often the JDK sends a GET when the connection breaks before the response begins. */
    private static final String JDK_SEND_LIMIT = "jdk.httpclient.redirects.retrylimit";

    /** The authentication schemes that the JDK does not use for tunnels through a proxy; read once, by the first client. */
    private static final String JDK_DISABLED_TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    /** For how many seconds the JDK does not look a name up again that it has not found. */
    private static final String JDK_UNKNOWN_NAME_LIFETIME = "networkaddress.cache.negative.ttl";

    /** For how many seconds the JDK remembers the addresses of a name. */
    private static final String JDK_NAME_LIFETIME = "networkaddress.cache.ttl";

    private Main() {}

    public static void main(String... arguments) {
        if (System.getProperty(JDK_SEND_LIMIT) == null) {
            // 1 turns the JDK's own retries off: the retry policy decides about retries, and logs them.
            System.setProperty(JDK_SEND_LIMIT, "1");
        }
        if (System.getProperty(JDK_DISABLED_TUNNEL_SCHEMES) == null) {
            // The JDK's default excludes Basic, and then no login reaches a proxy.
            System.setProperty(JDK_DISABLED_TUNNEL_SCHEMES, "");
        }
        // Otherwise every retry within 10 seconds fails with the remembered failure.
        Security.setProperty(JDK_UNKNOWN_NAME_LIFETIME, "0");
        // Otherwise every retry within 30 seconds tries the same address, also if the name server returns another one
        // first.
        Security.setProperty(JDK_NAME_LIFETIME, "0");
        System.exit(new CommandRunner(CliContext.ofThisProcess()).run(arguments));
    }
}
