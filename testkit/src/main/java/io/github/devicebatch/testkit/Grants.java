package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Knows every kind of grant. Thread-safe. */
final class Grants {

    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String SHORT_DEVICE_CODE = "device_code";

    private final DeviceCodeGrant deviceCode;
    private final Map<String, Grant> grants;

    Grants(
            TokenSettings settings,
            TokenIssue issue,
            RefreshTokens refresh,
            DeviceCodes deviceCodes,
            InstantSource time) {
        ClientAuthentication authentication = new ClientAuthentication(settings, time);
        this.deviceCode = new DeviceCodeGrant(settings, authentication, issue, deviceCodes);
        this.grants = Map.of(
                "client_credentials",
                new ClientCredentialsGrant(settings, authentication, issue),
                "refresh_token",
                new RefreshTokenGrant(settings, authentication, issue, refresh),
                DEVICE_CODE,
                deviceCode);
    }

    /** Gives the standard's name for a grant: the vendor's library for Java has a shorter one for device codes. */
    static String standardName(String grantType) {
        return grantType.equals(SHORT_DEVICE_CODE) ? DEVICE_CODE : grantType;
    }

    Grant of(String grantType) throws RefusedGrantException {
        return Optional.ofNullable(grants.get(standardName(grantType)))
                .orElseThrow(() -> new TokenError(
                                400,
                                "unsupported_grant_type",
                                70_003,
                                "The app requested an unsupported grant type '" + grantType + "'.")
                        .refusal());
    }

    /** Gives the reply with a new device code. */
    HttpReply deviceCode(TokenRequest asked) throws RefusedGrantException {
        return deviceCode.begin(asked);
    }
}
