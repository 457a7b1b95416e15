package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Events;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitTroubleEventsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter);

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void aStateThatGoesBackIsAContradictionAndNoChange() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.queued())
                .then(Batches.finished());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(Events.names(events))
                .containsExactly(
                        "started",
                        "observed",
                        "changed",
                        "observed",
                        "contradicted",
                        "observed",
                        "changed",
                        "finished",
                        "summary");
        assertThat(Events.named("contradicted", events).getFirst().getValue("/anomalies/0/anomaly"))
                .hasToString("\"stateWentBack\"");
    }

    @Test
    void tellsThatItIsThrottledWhenItHappensAndOnce() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Batches.finished());

        List<JsonObject> events = events("wait", REFERENCE);

        assertThat(Events.names(events))
                .containsExactly("started", "throttled", "observed", "changed", "finished", "summary");
        assertThat(events.get(1).getString("time")).startsWith("2026-01-05T09:00:00");
        assertThat(events.get(1).getString("retryAt")).isEqualTo("2026-01-05T09:00:57Z");
    }

    @Test
    void tellsOfEachQuestionWithoutAnAnswer() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.empty(503));

        List<JsonObject> events = events("wait", REFERENCE, "--timeout", "30s");

        assertThat(Events.names(events).distinct()).containsExactly("started", "unavailable", "finished", "summary");
        assertThat(events.get(1).getString("cause")).isEqualTo("failing");
        assertThat(events.get(1).getInt("question")).isOne();
        JsonObject finished = Events.named("finished", events).getFirst();
        assertThat(finished.getString("ending")).isEqualTo("timedOut");
        assertThat(finished.getString("answer")).isEqualTo("unavailable");
        assertThat(finished.getInt("questions"))
                .isEqualTo(Events.named("unavailable", events).size());
        assertThat(events.getLast().getInt("exitCode")).isEqualTo(124);
    }

    private List<JsonObject> events(String... arguments) {
        return Events.of(trial, arguments);
    }
}
