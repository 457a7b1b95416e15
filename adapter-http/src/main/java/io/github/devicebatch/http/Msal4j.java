package io.github.devicebatch.http;

/** Tells whether MSAL4J is there, which is an optional dependency. */
final class Msal4j {

    private Msal4j() {}

    /**
     * Demands MSAL4J before any of our types that know it is loaded.
     *
     * @throws IllegalStateException if it is missing; the message says what to add
     */
    static void demand() {
        demand("com.microsoft.aad.msal4j.PublicClientApplication", "com.microsoft.azure:msal4j");
        demand(
                "com.azure.json.JsonSerializable",
                "com.azure:azure-json, which MSAL4J needs (on the module path, add the"
                        + " option --add-modules com.azure.json)");
    }

    private static void demand(String type, String artifact) {
        try {
            Class.forName(type, false, Msal4j.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "to get access tokens by itself, devicebatch needs an optional dependency that is missing: add "
                            + artifact,
                    missing);
        }
    }
}
