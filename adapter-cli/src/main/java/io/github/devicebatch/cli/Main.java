package io.github.devicebatch.cli;

import io.github.devicebatch.cli.terminal.CliContext;

/** Where the process begins and ends. */
final class Main {

    /** How often the JDK sends a GET by itself when the connection breaks before the answer begins. */
    private static final String SENDS = "jdk.httpclient.redirects.retrylimit";

    private Main() {}

    public static void main(String... arguments) {
        if (System.getProperty(SENDS) == null) {
            // Once: what is asked again, and when, is the retries' to decide, and they tell of it.
            System.setProperty(SENDS, "1");
        }
        System.exit(new CommandRunner(CliContext.ofThisProcess()).run(arguments));
    }
}
