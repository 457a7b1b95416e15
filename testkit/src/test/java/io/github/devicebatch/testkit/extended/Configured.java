package io.github.devicebatch.testkit.extended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Configured {

    private static final FakePartnerCenterExtension ON_THE_SYSTEMS_CLOCK =
            new FakePartnerCenterExtension().time(InstantSource.system());

    @RegisterExtension
    final FakePartnerCenterExtension fake = ON_THE_SYSTEMS_CLOCK.tls(Tls.VALID).port(0);

    @BeforeEach
    void runsAlready() {
        assertThat(fake.partnerCenter().baseUrl()).hasScheme("https");
    }

    @Test
    void takesTheFakeEitherWay(FakePartnerCenter partnerCenter) {
        assertThat(partnerCenter).isSameAs(fake.partnerCenter());
        Seen.FAKES.add(partnerCenter);
        assertThatIllegalStateException().isThrownBy(fake::time).withMessageContaining("SystemInstantSource");
        assertThatIllegalStateException()
                .isThrownBy(ON_THE_SYSTEMS_CLOCK::partnerCenter)
                .withMessageStartingWith("no fake runs");
    }

    @Test
    void cannotTakeATimeThatDoesNotStandStill(ManualTime time) {
        throw new IllegalStateException("there is none, and yet: " + time);
    }
}
