package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.planted.broken.application.Parking;
import io.github.devicebatch.testkit.planted.broken.domain.InstantNow;
import io.github.devicebatch.testkit.planted.broken.http.UntestedQuery;
import io.github.devicebatch.testkit.planted.broken.memory.Memory;
import io.github.devicebatch.testkit.planted.clean.application.Colours;
import io.github.devicebatch.testkit.planted.clean.cli.Main;
import io.github.devicebatch.testkit.planted.clean.domain.Colour;
import io.github.devicebatch.testkit.planted.clean.domain.Secret;
import io.github.devicebatch.testkit.planted.clean.http.KeptQuery;
import io.github.devicebatch.testkit.planted.clean.memory.Palette;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HexagonRulesTest {

    private static final String PLANTED = "io.github.devicebatch.testkit.planted.";
    private static final JavaClasses CLEAN = new ClassFileImporter().importPackages(PLANTED + "clean");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PLANTED + "broken");

    private final HexagonRules clean = HexagonRules.of(Colour.class, Colours.class);
    private final HexagonRules broken = HexagonRules.of(InstantNow.class, Parking.class);

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
    void findsADomainTypeThatIsNoValue() {
        clean.domainTypesAreValues(Secret.class).check(CLEAN);
        assertThat(culprits(broken.domainTypesAreValues())).containsExactlyInAnyOrder("LooseClass", "UnitSleep$Nap");
    }

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

    @Test
    void findsWhateverIsWrongInTheCoreAtOnce() {
        clean.core(Secret.class).check(CLEAN);
        assertThat(culprits(broken.core()))
                .contains("Cycle", "SeesAdapter", "LooseClass", "ThreadSleep", "NewDate", "Logging");
        assertThat(culprits(clean.core(), CLEAN)).containsExactly("Secret");
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

    @Test
    void findsNamesThatSayNothing() {
        HexagonRules.namesSaySomething().check(CLEAN);
        assertThat(culprits(HexagonRules.namesSaySomething()))
                .containsExactlyInAnyOrder("QueryImpl", "DeviceManager", "DeviceHelper", "DeviceUtils", "DeviceDto");
    }

    @Test
    void findsAnImplementorWithoutAContractTest() {
        ArchRule rule =
                HexagonRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class);
        rule.check(CLEAN);
        assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains("UntestedQuery");
    }

    @Test
    void findsAPackageCycle() {
        HexagonRules.noPackageCycles().check(CLEAN);
        assertThat(HexagonRules.noPackageCycles()
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .toString())
                .contains("Cycle detected", "broken.application", "broken.domain", "QueryImpl", "Cycle.");
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

    /** Finds the planted types of which a violation of {@code rule} speaks first, without their package. */
    private static List<String> culprits(ArchRule rule) {
        return culprits(rule, BROKEN);
    }

    private static List<String> culprits(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> detail.replaceFirst("^.*?planted\\.\\w+\\.\\w+\\.([\\w$]+).*(?s:.*)$", "$1"))
                .distinct()
                .toList();
    }
}
