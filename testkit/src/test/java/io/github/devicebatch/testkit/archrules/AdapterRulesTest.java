package io.github.devicebatch.testkit.archrules;

import static io.github.devicebatch.testkit.support.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.support.PlantedTypes.culprits;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.planted.broken.http.UntestedQuery;
import io.github.devicebatch.testkit.planted.broken.memory.Memory;
import io.github.devicebatch.testkit.planted.clean.cli.Main;
import io.github.devicebatch.testkit.planted.clean.http.KeptQuery;
import io.github.devicebatch.testkit.planted.clean.memory.Palette;
import org.junit.jupiter.api.Test;

class AdapterRulesTest {

    @Test
    void findsHttpOutsideItsPackage() {
        HexagonRules.httpOnlyIn(KeptQuery.class).check(CLEAN);
        assertThat(culprits(HexagonRules.httpOnlyIn(UntestedQuery.class))).containsExactly("HttpOutside");
    }

    @Test
    void findsTheProcessOutsideTheCommandLine() {
        HexagonRules.processOnlyIn(Main.class).check(CLEAN);
        assertThat(culprits(HexagonRules.processOnlyIn(Memory.class)))
                .containsExactlyInAnyOrder("Printing", "Exiting", "Environment", "StandardError", "StackTrace");
    }

    @Test
    void findsAnAdapterThatSeesAnother() {
        HexagonRules.strangers(KeptQuery.class, Palette.class).check(CLEAN);
        assertThat(culprits(HexagonRules.strangers(UntestedQuery.class, Memory.class)))
                .containsExactly("SeesStranger");
    }
}
