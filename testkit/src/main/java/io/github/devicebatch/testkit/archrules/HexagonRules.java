package io.github.devicebatch.testkit.archrules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules for the core of a hexagonal architecture, for ArchUnit. They are anchored on class literals instead of package names,
 * because a rule about a package that does not exist passes.
 *
 * <pre>{@code
 * JavaClasses main = new ClassFileImporter()
 *         .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
 *         .importPackagesOf(MyValue.class, MyPort.class, MyAdapter.class);
 * HexagonRules.of(MyValue.class, MyPort.class).core().check(main);
 * AdapterRules.httpOnlyIn(MyAdapter.class).check(main);
 * }</pre>
 *
 * <p>An anchor stands for its package and the packages below it. The core is domain and application together. Do not import
 * tests, which the rules do not apply to. Immutable and safe for use by several threads.
 */
@SuppressWarnings("exports") // ArchUnit is an automatic module; its users require it themselves.
public final class HexagonRules {

    private static final List<String> VALUE_PACKAGES = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.math",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations");

    private final String domain;
    private final String application;
    private final List<String> allowed;
    private final List<Class<?>> defaultTime;

    private HexagonRules(String domain, String application, List<String> allowed, List<Class<?>> defaultTime) {
        this.domain = domain;
        this.application = application;
        this.allowed = allowed;
        this.defaultTime = defaultTime;
    }

    /**
     * Creates the rules of a hexagon.
     *
     * @param domainAnchor any type in the domain's uppermost package
     * @param applicationAnchor any type in the application's uppermost package
     * @throws IllegalArgumentException if the two packages are the same, or one lies below the other
     */
    public static HexagonRules of(Class<?> domainAnchor, Class<?> applicationAnchor) {
        if (isBelowOrEqual(domainAnchor, applicationAnchor) || isBelowOrEqual(applicationAnchor, domainAnchor)) {
            throw new IllegalArgumentException(
                    "domain and application must be in separate packages, neither below the other: "
                            + domainAnchor.getPackageName() + " and " + applicationAnchor.getPackageName());
        }
        return new HexagonRules(
                AdapterRules.below(domainAnchor), AdapterRules.below(applicationAnchor), List.of(), List.of());
    }

    /**
     * Allows the core to depend on more packages, such as the domain and the port of devicebatch itself.
     *
     * @param anchors any type of each package that the core may use, with the packages below it
     * @return rules that allow these packages and those allowed before
     */
    public HexagonRules allowing(Class<?>... anchors) {
        Stream<String> more = Arrays.stream(anchors).map(AdapterRules::below);
        return new HexagonRules(
                domain, application, Stream.concat(allowed.stream(), more).toList(), defaultTime);
    }

    /**
     * Allows some types of the core to use the system's clock and its sleep, because they are the default of what callers may
     * pass in. Everything else still gets its time passed in.
     *
     * @param types the types that offer the system's time
     * @return rules with these exceptions in place of any before
     */
    public HexagonRules withDefaultTimeIn(Class<?>... types) {
        return new HexagonRules(domain, application, allowed, List.of(types));
    }

    /**
     * Returns all rules of the core as one: its dependencies, value types in the domain, no sleeping, no reading of clocks, no
     * input or output.
     *
     * @param exceptions the types of the domain that need not be values
     */
    public ArchRule core(Class<?>... exceptions) {
        return CompositeArchRule.of(domainNeedsValuesOnly())
                .and(applicationNeedsDomainAndValuesOnly())
                .and(domainTypesAreValues(exceptions))
                .and(coreNeverSleeps())
                .and(coreNeverReadsTheClock())
                .and(coreDoesNoInputOrOutput())
                .as("the core, " + domain + " and " + application
                        + ", depends only on values, and"
                        + " neither sleeps nor reads a clock nor does input or output");
    }

    /**
     * Returns the rule that the domain depends only on itself and on the JDK's packages of values: no threads, no input or
     * output, no library. The annotations of JSpecify are allowed, because nothing needs them at run time.
     */
    public ArchRule domainNeedsValuesOnly() {
        return classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(withValues(domain)));
    }

    /**
     * Returns the rule that the application depends only on itself, on the domain, on the JDK's packages of values, on
     * {@code java.util.random}, and on {@code java.util.concurrent} without its locks and atomics.
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
     * Returns the rule that every type of the domain is a record, an enum, sealed or a subtype of a sealed type.
     *
     * @param exceptions the types that the rule does not apply to
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
     * Returns the rule that the core never sleeps: no {@code Thread.sleep}, {@code TimeUnit.sleep}, {@code Object.wait},
     * {@code LockSupport.park}, and no method that waits for a given time, such as {@code poll} of a queue or {@code join} of
     * a thread.
     */
    public ArchRule coreNeverSleeps() {
        return noClasses()
                .that()
                .resideInAnyPackage(domain, application)
                .and()
                .doNotBelongToAnyOf(defaultTime.toArray(Class<?>[]::new))
                .should()
                .accessTargetWhere(ForbiddenCalls.sleeping());
    }

    /**
     * Returns the rule that the core reads no system clock: no {@code now()} of {@code java.time}, no
     * {@code System.nanoTime()} and the like. A {@code Clock} or an {@code InstantSource} that is passed in may be read.
     */
    public ArchRule coreNeverReadsTheClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(domain, application)
                .and()
                .doNotBelongToAnyOf(defaultTime.toArray(Class<?>[]::new))
                .should()
                .accessTargetWhere(ForbiddenCalls.readingTheClock());
    }

    /**
     * Returns the rule that the core does no input or output and no logging: no files, no sockets, no processes, no
     * {@code System.out}.
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
                .accessTargetWhere(ForbiddenCalls.toTheProcessOrLogging());
    }

    private static boolean isBelowOrEqual(Class<?> type, Class<?> other) {
        return (type.getPackageName() + ".").startsWith(other.getPackageName() + ".");
    }

    private String[] withValues(String... packages) {
        return Stream.of(List.of(packages), allowed, VALUE_PACKAGES)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
