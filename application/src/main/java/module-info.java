import org.jspecify.annotations.NullMarked;

/** The port that asks where a device batch upload stands, its answers, and the use cases that ask more than once. */
@SuppressWarnings("module") // the HTTP adapter is compiled later
@NullMarked
module io.github.devicebatch.application {
    requires transitive io.github.devicebatch.domain;
    requires static org.jspecify; // the annotations are not needed at run time

    exports io.github.devicebatch.application;
    exports io.github.devicebatch.application.handover to
            io.github.devicebatch.http;
    exports io.github.devicebatch.application.upload;
    exports io.github.devicebatch.application.watch;
}
