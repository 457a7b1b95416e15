package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Value of {@code --cloud}. */
enum Cloud {
    GLOBAL,
    CHINA,
    USGOV;

    PartnerCenterCloud partnerCenterCloud() {
        return switch (this) {
            case GLOBAL -> PartnerCenterCloud.GLOBAL;
            case CHINA -> PartnerCenterCloud.CHINA;
            case USGOV -> PartnerCenterCloud.US_GOVERNMENT;
        };
    }

    /**
     * Returns the identity platform of this cloud.
     *
     * @param authority its address, if not the cloud's own
     * @throws UsageException if secrets may not be sent to that address
     */
    IdentityPlatform identityPlatform(Optional<URI> authority, CliContext context) {
        try {
            return authority
                    .map(address -> IdentityPlatform.at(address, partnerCenterCloud()))
                    .orElseGet(() -> IdentityPlatform.at(partnerCenterCloud()))
                    .time(context.time(), context.pause(), context.wallClock());
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(Problem.of("--authority: " + invalid.getMessage(), "omit --authority"));
        }
    }

    /** Returns the word used on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
