package com.example.depot.application;

import static io.github.devicebatch.testkit.junit.FakePartnerCenterAssert.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.depot.domain.Delivery;
import com.example.depot.domain.Payment;
import com.example.depot.partnercenter.HttpQuery;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class PaymentsTest {

    @Test
    void holdsThePaymentWhenADeviceIsNotRegistered(FakePartnerCenter partnerCenter, ManualTime time) throws Exception {
        partnerCenter
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofMinutes(10), Batches.finishedWithOneFailure());

        try (HttpQuery query = new HttpQuery(partnerCenter.baseUrl(), "made-up")) {
            assertThat(new Payments(query, time).decide(new Delivery("4711", Batches.REFERENCE)))
                    .isEqualTo(Payment.HELD);
        }

        assertThat(partnerCenter).received(11).requestsFor(Batches.REFERENCE).atLeast(60, SECONDS).apart();
    }
}
