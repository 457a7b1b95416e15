package io.github.devicebatch.cli;

import io.github.devicebatch.cli.terminal.CliContext;

/** Entry point of the process. */
final class Main {

    /** How often the JDK sends a GET when the connection breaks before the response begins. */
    private static final String JDK_SEND_LIMIT = "jdk.httpclient.redirects.retrylimit";

    private Main() {}

    public static void main(String... arguments) {
        if (System.getProperty(JDK_SEND_LIMIT) == null) {
            // 1 turns the JDK's own retries off: the retry policy decides about retries, and logs them.
            System.setProperty(JDK_SEND_LIMIT, "1");
        }
        System.exit(new CommandRunner(CliContext.ofThisProcess()).run(arguments));
    }
}
