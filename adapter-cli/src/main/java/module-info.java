/** The command {@code devicebatch}: parses arguments, asks, prints, and ends with an exit code for scripts. */
module io.github.devicebatch.cli {
    requires io.github.devicebatch.http;
    requires io.github.devicebatch.testkit;
    requires com.azure.json; // for MSAL4J, whose automatic module can't require it
    requires com.microsoft.aad.msal4j; // optional for the HTTP module, which gets no tokens without it
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires jakarta.json;

    opens io.github.devicebatch.cli to
            info.picocli;
    opens io.github.devicebatch.cli.command to
            info.picocli;
    opens io.github.devicebatch.cli.fake to
            info.picocli;
    opens io.github.devicebatch.cli.options to
            info.picocli;
}
