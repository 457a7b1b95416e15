/** The port that asks where a device batch upload stands, and the answers that it gives. */
module io.github.devicebatch.application {
    requires transitive io.github.devicebatch.domain;

    exports io.github.devicebatch.application;
}
