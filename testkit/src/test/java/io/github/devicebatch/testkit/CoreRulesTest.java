package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.support.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.support.PlantedTypes.culprits;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.archrules.HexagonRules;
import io.github.devicebatch.testkit.planted.clean.domain.Secret;
import io.github.devicebatch.testkit.support.PlantedTypes;
import org.junit.jupiter.api.Test;

class CoreRulesTest {

    private final HexagonRules clean = PlantedTypes.cleanRules();
    private final HexagonRules broken = PlantedTypes.brokenRules();

    @Test
    void findsADomainTypeThatIsNoValue() {
        clean.domainTypesAreValues(Secret.class).check(CLEAN);
        assertThat(culprits(broken.domainTypesAreValues())).containsExactlyInAnyOrder("LooseClass", "UnitSleep$Nap");
    }

    @Test
    void findsWhateverIsWrongInTheCoreAtOnce() {
        clean.core(Secret.class).check(CLEAN);
        assertThat(culprits(broken.core()))
                .contains("Cycle", "SeesAdapter", "LooseClass", "ThreadSleep", "NewDate", "Logging");
        assertThat(culprits(clean.core(), CLEAN)).containsExactly("Secret");
    }
}
