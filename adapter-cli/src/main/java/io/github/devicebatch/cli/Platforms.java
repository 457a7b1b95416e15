package io.github.devicebatch.cli;

import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenterCloud;
import java.net.URI;
import java.util.Optional;

/** Finds the identity platform that options describe. */
final class Platforms {

    private Platforms() {}

    /**
     * Describes it.
     *
     * @param authority where it is, if not where the cloud's is
     * @throws Misuse if nothing secret may be sent there
     */
    static IdentityPlatform of(Cloud cloud, Optional<URI> authority, Surroundings around) {
        PartnerCenterCloud issuer = cloud.partnerCenterCloud();
        try {
            return authority
                    .map(address -> IdentityPlatform.at(address, issuer))
                    .orElseGet(() -> IdentityPlatform.at(issuer))
                    .time(around.time(), around.pause());
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(Problem.of("--authority: " + wrong.getMessage(), "leave --authority away"));
        }
    }
}
