import org.jspecify.annotations.NullMarked;

/** Adapter that answers status queries by requests to Partner Center over HTTP. */
@SuppressWarnings("module") // the command is compiled later
@NullMarked
module io.github.devicebatch.http {
    requires transitive io.github.devicebatch.application;
    requires transitive java.net.http;
    requires io.github.resilience4j.circuitbreaker;
    requires jakarta.json;
    requires jakarta.json.bind;
    requires org.eclipse.yasson;
    requires static com.azure.json; // part of the signatures of MSAL4J
    requires static com.microsoft.aad.msal4j;
    requires org.slf4j; // required by Resilience4j, an automatic module
    requires static org.jspecify; // the annotations are not needed at run time

    exports io.github.devicebatch.http;
    exports io.github.devicebatch.http.event;
    exports io.github.devicebatch.http.file to
            io.github.devicebatch.cli;
    exports io.github.devicebatch.http.text to
            io.github.devicebatch.cli;
}
