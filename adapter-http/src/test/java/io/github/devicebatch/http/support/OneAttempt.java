package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.PartnerCenterBuilder;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.RetrySettings;
import java.net.URI;

/** Creates builders of a {@link PartnerCenter} without retries and rate limit, with a fixed token. */
public final class OneAttempt {

    private OneAttempt() {}

    public static PartnerCenterBuilder at(URI url) {
        return PartnerCenter.at(url)
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .retries(RetrySettings.NONE)
                .rateLimit(RateLimitSettings.NONE);
    }
}
