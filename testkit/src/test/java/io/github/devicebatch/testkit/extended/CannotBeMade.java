package io.github.devicebatch.testkit.extended;

import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class CannotBeMade {

    CannotBeMade(FakePartnerCenter partnerCenter) {
        Seen.FAKES.add(partnerCenter);
        throw new IllegalArgumentException("planted");
    }

    @Test
    void isNeverReached() {
        throw new IllegalStateException("a test of an object that could not be made");
    }
}
