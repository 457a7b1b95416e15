package io.github.devicebatch.http;

import java.net.URI;

/** Describes a Partner Center that asks once and at once, with any token: for tests of the attempt itself. */
final class OneAttempt {

    private OneAttempt() {}

    static PartnerCenterBuilder at(URI url) {
        return PartnerCenter.at(url)
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .retries(RetrySettings.NONE)
                .rateLimit(RateLimitSettings.NONE);
    }
}
