/** The port that asks where a device batch upload stands, the answers that it gives, and how to wait for the last one. */
module io.github.devicebatch.application {
    requires transitive io.github.devicebatch.domain;

    exports io.github.devicebatch.application;
}
