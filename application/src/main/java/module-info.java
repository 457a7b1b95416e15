/** The port that asks where a device batch upload stands, its answers, and the use cases that ask more than once. */
module io.github.devicebatch.application {
    requires transitive io.github.devicebatch.domain;

    exports io.github.devicebatch.application;
    exports io.github.devicebatch.application.upload;
    exports io.github.devicebatch.application.watch;
}
