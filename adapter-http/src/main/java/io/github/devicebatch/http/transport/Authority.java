package io.github.devicebatch.http.transport;

import java.net.URI;

/** Origin of the identity platform, the only one that receives credentials. */
public record Authority(URI uri) {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is neither {@code https} nor on loopback, or is more than an origin
     */
    public Authority {
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw refused("it has no scheme and host", "give one such as https://login.microsoftonline.com");
        }
        if (!BaseUrl.isSecure(uri) && !BaseUrl.isLoopback(uri)) {
            throw refused("it would send credentials in the clear", "use https; http is for loopback only");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().matches("/?")) {
            throw refused(
                    "it has more than scheme, host and port", "remove the rest; the tenant is a separate setting");
        }
    }

    /** Returns the address of an endpoint. */
    public URI endpoint(String path) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path);
    }

    public boolean isSecure() {
        return BaseUrl.isSecure(uri);
    }

    /** Returns the authority of a tenant for MSAL4J. Always {@code https}: MSAL4J refuses http, but sends nothing itself. */
    public String ofTenant(String tenant) {
        return "https://" + uri.getRawAuthority() + "/" + tenant + "/";
    }

    /** The message contains nothing of the address, whose user info or query may have a secret. */
    private static IllegalArgumentException refused(String why, String remedy) {
        return new IllegalArgumentException("not an authority; " + why + "; " + remedy);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
