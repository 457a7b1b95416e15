package io.github.devicebatch.testkit.archrules;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.planted.clean.application.Colours;
import io.github.devicebatch.testkit.planted.clean.domain.Colour;
import io.github.devicebatch.testkit.planted.clean.domain.Secret;
import io.github.devicebatch.testkit.planted.clean.http.KeptQuery;
import io.github.devicebatch.testkit.planted.clean.memory.Palette;
import io.github.devicebatch.testkit.support.PlantedTypes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HexagonRulesTest {

    private final HexagonRules clean = PlantedTypes.cleanRules();

    @Test
    void cannotTellPackagesApartOfWhichOneLiesInTheOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HexagonRules.of(BatchStatusQueryContract.class, Colours.class))
                .withMessage("give the domain and the application a package each, side by side:"
                        + " io.github.devicebatch.testkit and io.github.devicebatch.testkit.planted.clean.application");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HexagonRules.of(Colours.class, BatchStatusQueryContract.class));
        assertThatIllegalArgumentException().isThrownBy(() -> HexagonRules.of(Colour.class, Secret.class));
    }

    @Test
    void failsWhereItFindsNothingToCheck() {
        JavaClasses nothingOfTheHexagon = new ClassFileImporter().importClasses(String.class);
        Stream.of(
                        clean.domainNeedsValuesOnly(),
                        clean.applicationNeedsDomainAndValuesOnly(),
                        clean.domainTypesAreValues(),
                        clean.coreNeverSleeps(),
                        clean.coreNeverReadsTheClock(),
                        clean.coreDoesNoInputOrOutput(),
                        HexagonRules.strangers(KeptQuery.class, Palette.class),
                        HexagonRules.implementorsKeepTheContract(
                                BatchStatusQuery.class, BatchStatusQueryContract.class))
                .forEach(rule -> assertThatThrownBy(() -> rule.check(nothingOfTheHexagon))
                        .as(rule.getDescription())
                        .isInstanceOf(AssertionError.class));
    }
}
