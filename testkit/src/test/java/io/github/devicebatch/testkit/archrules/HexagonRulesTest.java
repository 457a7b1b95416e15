package io.github.devicebatch.testkit.archrules;

import static io.github.devicebatch.testkit.archrules.PlantedTypes.CLEAN;
import static io.github.devicebatch.testkit.archrules.PlantedTypes.violators;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.devicebatch.testkit.archrules.planted.broken.application.BrokenApplication;
import io.github.devicebatch.testkit.archrules.planted.broken.http.BrokenHttpAdapter;
import io.github.devicebatch.testkit.archrules.planted.broken.memory.BrokenMemoryAdapter;
import io.github.devicebatch.testkit.archrules.planted.clean.application.CleanApplication;
import io.github.devicebatch.testkit.archrules.planted.clean.domain.CleanDomain;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HexagonRulesTest {

    private final HexagonRules clean = PlantedTypes.cleanRules();
    private final HexagonRules broken = PlantedTypes.brokenRules();

    @Test
    void rejectsPackagesThatAreNotSeparate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HexagonRules.of(HexagonRules.class, CleanApplication.class))
                .withMessage("domain and application must be in separate packages, neither below the other:"
                        + " io.github.devicebatch.testkit.archrules and "
                        + CleanApplication.class.getPackageName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HexagonRules.of(CleanApplication.class, HexagonRules.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HexagonRules.of(CleanDomain.Colour.class, CleanDomain.Secret.class));
    }

    @Test
    void failWithoutClassesToCheck() {
        JavaClasses otherClasses = new ClassFileImporter().importClasses(String.class);
        Stream.of(
                        clean.domainNeedsValuesOnly(),
                        clean.applicationNeedsDomainAndValuesOnly(),
                        clean.domainTypesAreValues(),
                        clean.coreNeverSleeps(),
                        clean.coreNeverReadsTheClock(),
                        clean.coreDoesNoInputOrOutput())
                .forEach(rule -> assertThatThrownBy(() -> rule.check(otherClasses))
                        .as(rule.getDescription())
                        .isInstanceOf(AssertionError.class));
    }

    @Test
    void reportAllViolationsOfTheCoreAtOnce() {
        clean.core(CleanDomain.Secret.class).check(CLEAN);
        assertThat(violators(broken.core()))
                .contains("Cycle", "UsesAdapter", "PlainClass", "ThreadSleep", "NewDate", "Logging");
        assertThat(violators(clean.core(), CLEAN)).containsExactly("Secret");
    }

    @Nested
    class Dependencies {

        @Test
        void reportADomainThatDependsOnMoreThanValues() {
            clean.domainNeedsValuesOnly().check(CLEAN);
            assertThat(violators(broken.domainNeedsValuesOnly()))
                    .containsExactlyInAnyOrder("Chance", "Concurrency", "Cycle", "UnitSleep");
        }

        @Test
        void reportAnApplicationThatDependsOnMoreThanTheDomain() {
            clean.applicationNeedsDomainAndValuesOnly().check(CLEAN);
            assertThat(violators(broken.applicationNeedsDomainAndValuesOnly()))
                    .containsExactlyInAnyOrder("Files", "Parking", "Printing", "UsesAdapter");
        }

        @Test
        void allowMorePackagesIfConfigured() {
            assertThat(violators(broken.allowing(BrokenMemoryAdapter.class).applicationNeedsDomainAndValuesOnly()))
                    .containsExactlyInAnyOrder("Files", "Parking", "Printing", "UsesAdapter");
            assertThat(violators(broken.allowing(BrokenMemoryAdapter.class)
                            .allowing(BrokenHttpAdapter.class, LockSupport.class)
                            .applicationNeedsDomainAndValuesOnly()))
                    .containsExactlyInAnyOrder("Files", "Printing");
            assertThat(violators(broken.allowing(BrokenApplication.class).domainNeedsValuesOnly()))
                    .containsExactlyInAnyOrder("Chance", "Concurrency", "UnitSleep");
        }
    }

    @Nested
    class Behavior {

        @Test
        void reportsADomainTypeThatIsNotAValue() {
            clean.domainTypesAreValues(CleanDomain.Secret.class).check(CLEAN);
            assertThat(violators(broken.domainTypesAreValues()))
                    .containsExactlyInAnyOrder("PlainClass", "UnitSleep$Sleeper");
        }

        @Test
        void reportsACoreThatSleeps() {
            clean.coreNeverSleeps().check(CLEAN);
            assertThat(violators(broken.coreNeverSleeps()))
                    .containsExactlyInAnyOrder(
                            "ThreadSleep", "UnitSleep", "ObjectWait", "Parking", "TimedPoll", "TimedJoin");
        }

        @Test
        void reportsACoreThatReadsTheClock() {
            clean.coreNeverReadsTheClock().check(CLEAN);
            assertThat(violators(broken.coreNeverReadsTheClock()))
                    .containsExactlyInAnyOrder(
                            "InstantNow", "ReferenceToNow", "NanoTime", "SystemClock", "SystemSource", "NewDate");
        }

        @Test
        void allowsTheSystemsTimeOnlyInTheTypesThatOfferIt() {
            HexagonRules rules =
                    broken.withDefaultTimeIn(BrokenApplication.NanoTime.class, BrokenApplication.Parking.class);
            assertThat(violators(rules.coreNeverReadsTheClock()))
                    .containsExactlyInAnyOrder(
                            "InstantNow", "ReferenceToNow", "SystemClock", "SystemSource", "NewDate");
            assertThat(violators(rules.allowing(LockSupport.class).coreNeverSleeps()))
                    .containsExactlyInAnyOrder("ThreadSleep", "UnitSleep", "ObjectWait", "TimedPoll", "TimedJoin");
        }

        @Test
        void reportsACoreThatDoesInputOrOutput() {
            clean.coreDoesNoInputOrOutput().check(CLEAN);
            assertThat(violators(broken.coreDoesNoInputOrOutput()))
                    .containsExactlyInAnyOrder("Files", "Logging", "Printing");
        }
    }
}
