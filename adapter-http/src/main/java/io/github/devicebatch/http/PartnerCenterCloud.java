package io.github.devicebatch.http;

import java.net.URI;

/**
 * The clouds in which the vendor runs Partner Center.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-rest-urls">Partner Center REST
 *     URLs</a>
 */
public enum PartnerCenterCloud {
    /** The worldwide cloud. */
    GLOBAL("https://api.partnercenter.microsoft.com"),
    /** The cloud in China, run by 21Vianet. The vendor lists its host, but documents this call for the global cloud only. */
    CHINA("https://partner.partnercenterapi.microsoftonline.cn"),
    /** The cloud of the US Government, which has the same host as the global one. */
    US_GOVERNMENT("https://api.partnercenter.microsoft.com");

    private final URI baseUrl;

    PartnerCenterCloud(String baseUrl) {
        this.baseUrl = URI.create(baseUrl);
    }

    /**
     * Gives the address under which the cloud's {@code /v1} stands.
     *
     * @return the base URL, without a path
     */
    public URI baseUrl() {
        return baseUrl;
    }
}
