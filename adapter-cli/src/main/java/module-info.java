/** The command {@code devicebatch}: parses, asks, shows, ends with a code that a script can act on. */
module io.github.devicebatch.cli {
    requires io.github.devicebatch.http;
    requires io.github.devicebatch.testkit;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires jakarta.json;

    opens io.github.devicebatch.cli to
            info.picocli;
}
