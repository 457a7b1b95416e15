package io.github.devicebatch.http;

import java.net.URI;

/**
 * The clouds in which the vendor runs Partner Center, and who issues access tokens for each.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-rest-urls">Partner Center REST
 *     URLs</a>
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud">Microsoft Entra
 *     authentication and national clouds</a>
 */
public enum PartnerCenterCloud {
    /** The worldwide cloud. */
    GLOBAL("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.com"),
    /**
     * The cloud in China, run by 21Vianet. The vendor lists its host, but documents this call for the global cloud only, and
     * the name under which tokens are asked for nowhere: it is the base URL, as in the vendor's PowerShell module.
     */
    CHINA("https://partner.partnercenterapi.microsoftonline.cn", "https://login.chinacloudapi.cn"),
    /** The cloud of the US Government, which has the same host as the global one and an authority of its own. */
    US_GOVERNMENT("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.us");

    private final URI baseUrl;
    private final URI authority;

    PartnerCenterCloud(String baseUrl, String authority) {
        this.baseUrl = URI.create(baseUrl);
        this.authority = URI.create(authority);
    }

    /**
     * Gives the address under which the cloud's {@code /v1} stands.
     *
     * @return the base URL, without a path
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Gives the address of the identity platform that issues the cloud's access tokens.
     *
     * @return the authority, without a tenant and without any other path
     */
    public URI authority() {
        return authority;
    }

    /**
     * Gives what an app asks for when it asks for itself: all that it was granted in Partner Center.
     *
     * @return the scope {@code …/.default}
     */
    public String appOnlyScope() {
        return baseUrl + "/.default";
    }

    /**
     * Gives what an app asks for when it asks on behalf of a user: to do in Partner Center what the user may do.
     *
     * @return the scope {@code …/user_impersonation}
     */
    public String appAndUserScope() {
        return baseUrl + "/user_impersonation";
    }
}
