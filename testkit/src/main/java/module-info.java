/** A fake Partner Center, the contract that every implementation of the port keeps, and assertions to test with. */
module io.github.devicebatch.testkit {
    requires transitive io.github.devicebatch.application;
    requires static org.junit.jupiter.api;
    requires static org.assertj.core;
    requires static com.tngtech.archunit;

    exports io.github.devicebatch.testkit;

    // The contract consists of parts that are not public; JUnit runs them all the same.
    opens io.github.devicebatch.testkit to
            org.junit.platform.commons;
}
