import org.jspecify.annotations.NullMarked;

/** A fake Partner Center, the contract of the port, assertions, and architecture rules, for tests. */
@NullMarked
module io.github.devicebatch.testkit {
    requires transitive io.github.devicebatch.application;
    requires jakarta.json;
    requires static org.bouncycastle.pkix;
    requires static org.bouncycastle.provider;
    requires static org.bouncycastle.util;
    requires static org.junit.jupiter.api;
    requires static org.assertj.core;
    requires static com.tngtech.archunit;
    requires static org.jspecify; // the annotations are not needed at run time

    exports io.github.devicebatch.testkit;
    exports io.github.devicebatch.testkit.archrules;
    exports io.github.devicebatch.testkit.contract;
    exports io.github.devicebatch.testkit.http;
    exports io.github.devicebatch.testkit.junit;
    exports io.github.devicebatch.testkit.oauth;
    exports io.github.devicebatch.testkit.server;

    // JUnit runs the parts of the contract, which are not public, by reflection.
    opens io.github.devicebatch.testkit.contract to
            org.junit.platform.commons;
}
