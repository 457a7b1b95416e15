package io.github.devicebatch.testkit.server;

/**
 * An app registration that a fake knows after {@link FakeControl#exampleApp}. It is a confidential client with a secret, and allows
 * public client flows. Every tenant has it.
 */
public final class ExampleApp {

    /** The tenant in examples; any other does too. */
    public static final String TENANT = "contoso.onmicrosoft.com";

    /** The application's id. */
    public static final String CLIENT_ID = "11111111-2222-4333-8444-555555555555";

    /** The secret of the application. It is public, and protects nothing. */
    public static final String CLIENT_SECRET = "secret-of-the-fake";

    private ExampleApp() {}
}
