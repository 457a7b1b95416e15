/**
 * A fake Partner Center, the contract that every implementation of the port keeps, and assertions to test with.
 *
 * <p>Here belongs what a test needs and what anyone downstream would otherwise write again: a
 * {@linkplain io.github.devicebatch.testkit.server.FakePartnerCenter server on loopback} that speaks the vendor's protocol, with an
 * {@linkplain io.github.devicebatch.testkit.junit.FakePartnerCenterExtension extension for JUnit} and
 * {@linkplain io.github.devicebatch.testkit.assertions.FakePartnerCenterAssert assertions}, the
 * {@linkplain io.github.devicebatch.testkit.FakeBatchStatusQuery port from memory}, the
 * {@linkplain io.github.devicebatch.testkit.contract.BatchStatusQueryContract promises of the port} as tests, examples, and the
 * {@linkplain io.github.devicebatch.testkit.archrules.HexagonRules rules of the house}. The server and the examples need the JDK
 * alone; the extension needs JUnit, the assertions AssertJ, the contract both, the rules ArchUnit. {@code null} is refused
 * everywhere with a {@link NullPointerException}.
 */
package io.github.devicebatch.testkit;
