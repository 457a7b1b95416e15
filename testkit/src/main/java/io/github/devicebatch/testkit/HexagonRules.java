package io.github.devicebatch.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of a hexagon that the compiler does not enforce, for ArchUnit. They are anchored on class literals and not on
 * the names of packages, because a rule about a package that does not exist passes in silence.
 *
 * <pre>{@code
 * JavaClasses main = new ClassFileImporter()
 *         .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
 *         .importPackagesOf(MyValue.class, MyPort.class, MyAdapter.class);
 * HexagonRules rules = HexagonRules.of(MyValue.class, MyPort.class);
 * rules.domainNeedsValuesOnly().check(main);
 * }</pre>
 *
 * <p>An anchor stands for its package and the packages below it. The core is domain and application together. Immutable
 * and safe for use by several threads.
 */
@SuppressWarnings("exports") // ArchUnit is an automatic module: whoever uses these rules requires it
public final class HexagonRules {

    private static final List<String> VALUE_PACKAGES = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.math",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private final String domain;
    private final String application;

    private HexagonRules(String domain, String application) {
        this.domain = domain;
        this.application = application;
    }

    /**
     * Takes a hexagon by one type of each part of its core.
     *
     * @param anyDomainType any type in the domain's uppermost package
     * @param anyApplicationType any type in the application's uppermost package
     * @return the rules of that hexagon
     */
    public static HexagonRules of(Class<?> anyDomainType, Class<?> anyApplicationType) {
        return new HexagonRules(below(anyDomainType), below(anyApplicationType));
    }

    /**
     * The domain depends on itself and on the JDK's packages of values: no threads, no input or output, no library.
     *
     * @return the rule
     */
    public ArchRule domainNeedsValuesOnly() {
        return classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(withValues(domain)));
    }

    /**
     * The application depends on itself, on the domain, on the JDK's packages of values, on its random numbers and, to ask
     * several questions at once, on {@code java.util.concurrent}, but not on its locks and atomics.
     *
     * @return the rule
     */
    public ArchRule applicationNeedsDomainAndValuesOnly() {
        return classes()
                .that()
                .resideInAPackage(application)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        withValues(application, domain, "java.util.concurrent", "java.util.random")));
    }

    /**
     * Every type of the domain is a record, an enum, sealed or of a sealed family.
     *
     * @param exceptions the types that may be something else
     * @return the rule
     */
    public ArchRule domainTypesAreValues(Class<?>... exceptions) {
        return classes()
                .that()
                .resideInAPackage(domain)
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(new ValueTypeCondition(Set.of(exceptions)));
    }

    /**
     * The core never sleeps: {@code Thread.sleep}, {@code TimeUnit.sleep}, {@code Object.wait}, {@code LockSupport.park}, and
     * whatever waits for a given time, such as {@code poll} of a queue or {@code join} of a thread.
     *
     * @return the rule
     */
    public ArchRule coreNeverSleeps() {
        return noClasses()
                .that()
                .resideInAnyPackage(domain, application)
                .should()
                .accessTargetWhere(ForbiddenTarget.sleeping());
    }

    /**
     * The core never reads a clock of its own: {@code now()} of {@code java.time}, {@code System.nanoTime()} and the like.
     * A clock or an {@code InstantSource} that is handed in may be read.
     *
     * @return the rule
     */
    public ArchRule coreNeverReadsTheClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(domain, application)
                .should()
                .accessTargetWhere(ForbiddenTarget.readingTheClock());
    }

    /**
     * The core does no input or output and no logging: no files, no sockets, no processes, no {@code System.out}.
     *
     * @return the rule
     */
    public ArchRule coreDoesNoInputOrOutput() {
        return noClasses()
                .that()
                .resideInAnyPackage(domain, application)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.nio..",
                                "java.net..",
                                "java.sql..",
                                "java.util.logging..",
                                "org.slf4j..",
                                "org.apache.logging..")
                        .or(assignableTo(System.Logger.class))
                        .or(assignableTo(Process.class))
                        .or(assignableTo(ProcessBuilder.class)))
                .orShould()
                .accessTargetWhere(ForbiddenTarget.ofTheProcessOrLogging());
    }

    /**
     * Only one part of the house knows the JDK's HTTP client.
     *
     * @param anyHttpType any type in that part's uppermost package
     * @return the rule, for everything else that is imported
     */
    public static ArchRule httpOnlyIn(Class<?> anyHttpType) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(below(anyHttpType))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..");
    }

    /**
     * Only one part of the house ends the process, reads its environment, or uses its standard streams.
     *
     * @param anyCommandLineType any type in that part's uppermost package
     * @return the rule, for everything else that is imported
     */
    public static ArchRule processOnlyIn(Class<?> anyCommandLineType) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(below(anyCommandLineType))
                .should()
                .accessTargetWhere(ForbiddenTarget.ofTheProcess());
    }

    /**
     * Adapters do not see each other.
     *
     * @param anyTypeOfEach any type in the uppermost package of each adapter
     * @return the rule
     */
    public static ArchRule strangers(Class<?>... anyTypeOfEach) {
        List<String> adapters =
                Arrays.stream(anyTypeOfEach).map(Class::getPackageName).toList();
        return classes()
                .that()
                .resideInAnyPackage(
                        Arrays.stream(anyTypeOfEach).map(HexagonRules::below).toArray(String[]::new))
                .should(new StrangersCondition(adapters));
    }

    /**
     * No name ends in a word that says nothing: {@code Impl}, {@code Manager}, {@code Helper}, {@code Util}, {@code Dto}.
     *
     * @return the rule
     */
    public static ArchRule namesSaySomething() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)");
    }

    /**
     * Every class that implements a port has a test that runs the port's contract: a class whose name begins with the
     * implementor's and that implements the contract. Lambdas and anonymous classes are left out. Import the tests too.
     *
     * @param port the port, such as {@code BatchStatusQuery.class}
     * @param contract its contract, such as {@code BatchStatusQueryContract.class}
     * @return the rule; it fails where nothing implements the port
     */
    public static ArchRule implementorsKeepTheContract(Class<?> port, Class<?> contract) {
        return classes().should(new ContractCondition(port, contract));
    }

    /**
     * No two packages depend on each other, be it in a roundabout way.
     *
     * @return the rule
     */
    public static ArchRule noPackageCycles() {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new PackageSlices())
                .should()
                .beFreeOfCycles();
    }

    private static String below(Class<?> anchor) {
        return anchor.getPackageName() + "..";
    }

    private static String[] withValues(String... packages) {
        return Stream.concat(Arrays.stream(packages), VALUE_PACKAGES.stream()).toArray(String[]::new);
    }
}
