package io.github.devicebatch.cli.options;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What {@code --cloud} names. */
public enum Cloud {
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

    /** Gives the word as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the identity platform that options describe. */
    static final class Platforms {

        private Platforms() {}

        /**
         * Describes it.
         *
         * @param authority where it is, if not where the cloud's is
         * @throws UsageException if nothing secret may be sent there
         */
        static IdentityPlatform of(Cloud cloud, Optional<URI> authority, CliContext around) {
            PartnerCenterCloud issuer = cloud.partnerCenterCloud();
            try {
                return authority
                        .map(address -> IdentityPlatform.at(address, issuer))
                        .orElseGet(() -> IdentityPlatform.at(issuer))
                        .time(around.time(), around.pause());
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(Problem.of("--authority: " + wrong.getMessage(), "leave --authority away"));
            }
        }
    }
}
