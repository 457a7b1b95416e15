package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.scenario.Scenario.FaultRate;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultInjectorTest {

    private static final List<Reply> KINDS = List.of(Reply.reset(), Reply.status(503));

    @Test
    void choosesTheSameRequestsForTheSameSeed() {
        assertThat(faults(0.05, 7)).isEqualTo(faults(0.05, 7)).isNotEqualTo(faults(0.05, 8));
    }

    @Test
    void choosesTheConfiguredShare() {
        List<Optional<Reply>> strikes = faults(0.05, 7);
        assertThat(Collections.frequency(strikes, Optional.of(KINDS.get(0)))).isCloseTo(2_500, within(250));
        assertThat(Collections.frequency(strikes, Optional.of(KINDS.get(1)))).isCloseTo(2_500, within(250));
        assertThat(faults(0, 7)).containsOnly(Optional.empty());
        assertThat(faults(1, 7)).doesNotContain(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsAShareOutOfRange(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FaultRate(share, 7, KINDS));
    }

    @Test
    void requiresAFault() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FaultRate(0.1, 7, List.of()));
    }

    @Test
    @ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
    void doesNotUseUpTheScript(FakePartnerCenter partnerCenter, Client client) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());
        partnerCenter.control().faults(1, 7, Reply.status(503));
        assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(503);
        partnerCenter.control().faults(0, 7);
        assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"queued\"");
        assertThat(partnerCenter.requests())
                .extracting(RecordedRequest::faulted)
                .containsExactly(true, false);
    }

    private static List<Optional<Reply>> faults(double share, long seed) {
        FaultInjector faults = new FaultInjector(new FaultRate(share, seed, KINDS));
        return Stream.generate(faults::next).limit(100_000).toList();
    }
}
