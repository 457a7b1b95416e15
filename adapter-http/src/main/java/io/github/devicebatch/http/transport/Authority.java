package io.github.devicebatch.http.transport;

import java.net.URI;

/** The one origin that credentials may go to, checked before anything is sent there. */
public record Authority(URI uri) {

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
            throw refused("it has more than scheme, host and port", "leave the rest away; the tenant is given apart");
        }
    }

    /** Gives the address of one of its endpoints. */
    public URI endpoint(String path) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path);
    }

    public boolean isSecure() {
        return BaseUrl.isSecure(uri);
    }

    /** Gives the authority of a tenant the way MSAL4J takes it: it refuses http, and never gets to send anything itself. */
    public String ofTenant(String tenant) {
        return "https://" + uri.getRawAuthority() + "/" + tenant + "/";
    }

    /** Shows nothing of the address: people put secrets into users and queries. */
    private static IllegalArgumentException refused(String why, String wayOut) {
        return new IllegalArgumentException("not an authority; " + why + "; " + wayOut);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
