/** Asks Partner Center over HTTP where a device batch upload stands. */
module io.github.devicebatch.http {
    requires transitive io.github.devicebatch.application;
    requires transitive java.net.http;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires jakarta.json;
    requires jakarta.json.bind;
    requires org.eclipse.yasson;
    requires static com.azure.json; // MSAL4J's types show it
    requires static com.microsoft.aad.msal4j;
    requires org.slf4j; // for Resilience4j, whose automatic modules can't require it

    exports io.github.devicebatch.http;
}
