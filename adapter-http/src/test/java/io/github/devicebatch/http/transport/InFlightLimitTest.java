package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightLimitTest {

    private final InFlightLimit limit = new InFlightLimit();

    @Test
    void isAHundredUntilExchangesWait() {
        answers(1_000, false);

        assertThat(limit.value()).isEqualTo(100);
    }

    @Test
    void risesWithEachResponseWhileExchangesWait() {
        answers(30, true);
        assertThat(limit.value()).isEqualTo(130);
        answers(1_000, true);
        assertThat(limit.value()).isEqualTo(256);
    }

    @Test
    void fallsToWhatTheServerDidNotRefuse() {
        answers(100, true);

        assertThat(limit.lower(128)).isTrue();
        assertThat(limit.value()).isEqualTo(128);
        assertThat(limit.lower(150)).isTrue();
        assertThat(limit.value()).isEqualTo(128);
        assertThat(limit.lower(0)).isFalse();
        assertThat(limit.value()).isEqualTo(128);
    }

    @Test
    void risesSlowlyAfterARefusal() {
        limit.lower(8);
        answers(99, true);
        assertThat(limit.value()).isEqualTo(8);
        answers(1, false);
        assertThat(limit.value()).isEqualTo(9);
        answers(100_000, true);
        assertThat(limit.value()).isEqualTo(256);
    }

    @Test
    void startsAgainForAnotherClient() {
        limit.lower(8);
        limit.reset();
        assertThat(limit.value()).isEqualTo(100);
        answers(1, true);
        assertThat(limit.value()).isEqualTo(101);
    }

    private void answers(int count, boolean someWait) {
        for (int response = 0; response < count; response++) {
            limit.answered(someWait);
        }
    }
}
