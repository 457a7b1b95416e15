/** Asks Partner Center over HTTP where a device batch upload stands. */
module io.github.devicebatch.http {
    requires transitive io.github.devicebatch.application;
    requires transitive java.net.http;
    requires jakarta.json;
    requires jakarta.json.bind;
    requires org.eclipse.yasson;

    exports io.github.devicebatch.http;
}
