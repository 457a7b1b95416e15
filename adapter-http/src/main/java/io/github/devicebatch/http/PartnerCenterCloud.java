package io.github.devicebatch.http;

import java.net.URI;

/**
 * The vendor's clouds, with the addresses of Partner Center and of the identity platform in each.
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
     * The cloud in China, operated by 21Vianet. The vendor lists its host, but documents this call for the global cloud only,
     * and the scope of its tokens not at all: it is taken from the vendor's PowerShell module.
     */
    CHINA("https://partner.partnercenterapi.microsoftonline.cn", "https://login.chinacloudapi.cn"),
    /** The cloud of the US Government, with the host of the global cloud and its own identity platform. */
    US_GOVERNMENT("https://api.partnercenter.microsoft.com", "https://login.microsoftonline.us");

    private final URI baseUrl;
    private final URI authority;

    PartnerCenterCloud(String baseUrl, String authority) {
        this.baseUrl = URI.create(baseUrl);
        this.authority = URI.create(authority);
    }

    /**
     * Returns the address to which {@code /v1} is added.
     *
     * @return the base URL, without a path
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Returns the address of the identity platform that issues the cloud's access tokens.
     *
     * @return the authority, without a tenant and without any other path
     */
    public URI authority() {
        return authority;
    }

    /**
     * Returns the scope for an app itself: everything that it was granted in Partner Center.
     *
     * @return the scope {@code …/.default}
     */
    public String appOnlyScope() {
        return baseUrl + "/.default";
    }

    /**
     * Returns the scope for an app on behalf of a user: everything that the user may do in Partner Center.
     *
     * @return the scope {@code …/user_impersonation}
     */
    public String appAndUserScope() {
        return baseUrl + "/user_impersonation";
    }
}
