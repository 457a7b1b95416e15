package io.github.devicebatch.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether an assertion shows that an application is who it says. Thread-safe. */
final class AssertionCheck {

    private static final Set<String> AUTHORITIES = Set.of(
            "login.microsoftonline.com",
            "login.chinacloudapi.cn",
            "login.partner.microsoftonline.cn",
            "login.microsoftonline.us",
            "login.microsoftonline.de");

    private final InstantSource time;

    AssertionCheck(InstantSource time) {
        this.time = time;
    }

    void check(String assertion, String clientId, AppRegistration application, TokenRequest asked)
            throws RefusedGrantException {
        SignedJwt jwt = SignedJwt.of(assertion);
        if (application.certificates().noneMatch(jwt::isSignedBy)) {
            throw TokenError.client(
                    700_027,
                    "The certificate with identifier used to sign the client assertion is not registered on"
                            + " application, or the client assertion failed signature validation.");
        }
        if (!clientId.equalsIgnoreCase(jwt.claim("iss")) || !clientId.equalsIgnoreCase(jwt.claim("sub"))) {
            throw TokenError.client(50_013, "The client assertion's issuer and subject must be the client_id.");
        }
        if (!isForUs(jwt.claim("aud"), asked)) {
            throw TokenError.client(50_013, "The client assertion's audience is not this token endpoint.");
        }
        checkTime(jwt);
    }

    private void checkTime(SignedJwt jwt) throws RefusedGrantException {
        Instant now = time.instant();
        if (!now.isBefore(jwt.moment("exp")) || now.isBefore(jwt.momentOr("nbf", now))) {
            throw TokenError.client(
                    700_024, "Client assertion is not within its valid time range. Current time: " + now + ".");
        }
    }

    /** Tells whether the audience is this tenant's endpoint or issuer, at an authority or wherever the request came. */
    private static boolean isForUs(String audience, TokenRequest asked) {
        String tenant = "/" + asked.tenant();
        return Stream.concat(AUTHORITIES.stream(), asked.hosts().stream())
                .map(host -> "https://" + host + tenant)
                .flatMap(issuer -> Stream.of(issuer + "/oauth2/v2.0/token", issuer + "/v2.0"))
                .map(url -> url.toLowerCase(Locale.ROOT))
                .anyMatch(audience.toLowerCase(Locale.ROOT)::equals);
    }
}
