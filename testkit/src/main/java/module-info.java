/** A fake Partner Center, the contract that every implementation of the port keeps, and assertions to test with. */
module io.github.devicebatch.testkit {
    requires transitive io.github.devicebatch.application;
    requires jakarta.json;
    requires static org.junit.jupiter.api;
    requires static org.assertj.core;
    requires static com.tngtech.archunit;

    exports io.github.devicebatch.testkit;
    exports io.github.devicebatch.testkit.archrules;
    exports io.github.devicebatch.testkit.assertions;
    exports io.github.devicebatch.testkit.contract;
    exports io.github.devicebatch.testkit.http;
    exports io.github.devicebatch.testkit.junit;
    exports io.github.devicebatch.testkit.oauth;
    exports io.github.devicebatch.testkit.server;

    // The contract consists of parts that are not public; JUnit runs them all the same.
    opens io.github.devicebatch.testkit.contract to
            org.junit.platform.commons;
}
