import org.jspecify.annotations.NullMarked;

/** The command {@code devicebatch}: parses arguments, sends requests, prints results and returns an exit code. */
@NullMarked
module io.github.devicebatch.cli {
    requires io.github.devicebatch.http;
    requires io.github.devicebatch.testkit;
    requires com.azure.json; // for MSAL4J: an automatic module declares no requirements
    requires com.microsoft.aad.msal4j; // optional in adapter-http: needed to get tokens
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires jakarta.json;
    requires static org.jspecify; // the annotations are not needed at run time

    opens io.github.devicebatch.cli to
            info.picocli;
    opens io.github.devicebatch.cli.command to
            info.picocli;
    opens io.github.devicebatch.cli.fake to
            info.picocli;
    opens io.github.devicebatch.cli.options to
            info.picocli;
}
