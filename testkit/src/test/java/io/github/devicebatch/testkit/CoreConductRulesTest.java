package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.support.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.support.PlantedTypes.culprits;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.archrules.HexagonRules;
import io.github.devicebatch.testkit.support.PlantedTypes;
import org.junit.jupiter.api.Test;

class CoreConductRulesTest {

    private final HexagonRules clean = PlantedTypes.cleanRules();
    private final HexagonRules broken = PlantedTypes.brokenRules();

    @Test
    void findsACoreThatSleeps() {
        clean.coreNeverSleeps().check(CLEAN);
        assertThat(culprits(broken.coreNeverSleeps()))
                .containsExactlyInAnyOrder(
                        "ThreadSleep", "UnitSleep", "ObjectWait", "Parking", "TimedPoll", "TimedJoin");
    }

    @Test
    void findsACoreThatReadsTheClock() {
        clean.coreNeverReadsTheClock().check(CLEAN);
        assertThat(culprits(broken.coreNeverReadsTheClock()))
                .containsExactlyInAnyOrder(
                        "InstantNow", "ReferenceToNow", "NanoTime", "SystemClock", "SystemSource", "NewDate");
    }

    @Test
    void findsACoreThatDoesInputOrOutput() {
        clean.coreDoesNoInputOrOutput().check(CLEAN);
        assertThat(culprits(broken.coreDoesNoInputOrOutput()))
                .containsExactlyInAnyOrder("Files", "Logging", "Printing");
    }
}
