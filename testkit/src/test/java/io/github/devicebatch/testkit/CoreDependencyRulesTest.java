package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.support.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.support.PlantedTypes.culprits;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.archrules.HexagonRules;
import io.github.devicebatch.testkit.planted.broken.application.Parking;
import io.github.devicebatch.testkit.planted.broken.http.UntestedQuery;
import io.github.devicebatch.testkit.planted.broken.memory.Memory;
import io.github.devicebatch.testkit.support.PlantedTypes;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CoreDependencyRulesTest {

    private final HexagonRules clean = PlantedTypes.cleanRules();
    private final HexagonRules broken = PlantedTypes.brokenRules();

    @Test
    void findsADomainThatNeedsMoreThanValues() {
        clean.domainNeedsValuesOnly().check(CLEAN);
        assertThat(culprits(broken.domainNeedsValuesOnly()))
                .containsExactlyInAnyOrder("Chance", "Concurrency", "Cycle", "UnitSleep");
    }

    @Test
    void findsAnApplicationThatNeedsMoreThanTheDomain() {
        clean.applicationNeedsDomainAndValuesOnly().check(CLEAN);
        assertThat(culprits(broken.applicationNeedsDomainAndValuesOnly()))
                .containsExactlyInAnyOrder("Files", "Parking", "Printing", "SeesAdapter");
    }

    @Test
    void letsTheCoreDependOnWhatIsAllowed() {
        assertThat(culprits(broken.allowing(Memory.class).applicationNeedsDomainAndValuesOnly()))
                .containsExactlyInAnyOrder("Files", "Parking", "Printing", "SeesAdapter");
        assertThat(culprits(broken.allowing(Memory.class)
                        .allowing(UntestedQuery.class, LockSupport.class)
                        .applicationNeedsDomainAndValuesOnly()))
                .containsExactlyInAnyOrder("Files", "Printing");
        assertThat(culprits(broken.allowing(Parking.class).domainNeedsValuesOnly()))
                .containsExactlyInAnyOrder("Chance", "Concurrency", "UnitSleep");
    }
}
