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
 * The rules of a hexagon that the compiler does not enforce, for ArchUnit. They are anchored on class literals and not on
 * the names of packages, because a rule about a package that does not exist passes in silence.
 *
 * <pre>{@code
 * JavaClasses main = new ClassFileImporter()
 *         .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
 *         .importPackagesOf(MyValue.class, MyPort.class, MyAdapter.class);
 * HexagonRules.of(MyValue.class, MyPort.class).core().check(main);
 * HexagonRules.httpOnlyIn(MyAdapter.class).check(main);
 * }</pre>
 *
 * <p>An anchor stands for its package and the packages below it. The core is domain and application together. Leave the
 * tests out, which may do what they like; only {@link #implementorsKeepTheContract} wants them imported. Immutable and safe
 * for use by several threads.
 */
@SuppressWarnings("exports") // ArchUnit is an automatic module: whoever uses these rules requires it
public final class HexagonRules extends AdapterRules {

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
    private final List<String> allowed;

    private HexagonRules(String domain, String application, List<String> allowed) {
        this.domain = domain;
        this.application = application;
        this.allowed = allowed;
    }

    /**
     * Takes a hexagon by one type of each part of its core.
     *
     * @param anyDomainType any type in the domain's uppermost package
     * @param anyApplicationType any type in the application's uppermost package
     * @return the rules of that hexagon
     * @throws IllegalArgumentException if one of the two packages is the other, or lies below it: no rule could tell them apart
     */
    public static HexagonRules of(Class<?> anyDomainType, Class<?> anyApplicationType) {
        if (isWithin(anyDomainType, anyApplicationType) || isWithin(anyApplicationType, anyDomainType)) {
            throw new IllegalArgumentException("give the domain and the application a package each, side by side: "
                    + anyDomainType.getPackageName() + " and " + anyApplicationType.getPackageName());
        }
        return new HexagonRules(below(anyDomainType), below(anyApplicationType), List.of());
    }

    /**
     * Lets the core depend on more, such as the domain and the port of devicebatch itself.
     *
     * @param anyTypeOfEach any type of each package that the core may use; those below it are allowed as well
     * @return the rules of the same hexagon, with these packages and those allowed before
     */
    public HexagonRules allowing(Class<?>... anyTypeOfEach) {
        Stream<String> more = Arrays.stream(anyTypeOfEach).map(AdapterRules::below);
        return new HexagonRules(
                domain, application, Stream.concat(allowed.stream(), more).toList());
    }

    /**
     * All the rules of the core in one: what it needs, that the domain consists of values, and that it neither sleeps nor reads
     * a clock nor does input or output.
     *
     * @param exceptions the types of the domain that may be something else than values
     * @return the rule
     */
    public ArchRule core(Class<?>... exceptions) {
        return CompositeArchRule.of(domainNeedsValuesOnly())
                .and(applicationNeedsDomainAndValuesOnly())
                .and(domainTypesAreValues(exceptions))
                .and(coreNeverSleeps())
                .and(coreNeverReadsTheClock())
                .and(coreDoesNoInputOrOutput())
                .as("the core, " + domain + " and " + application
                        + ", consists of values and needs nothing else, and it"
                        + " neither sleeps nor reads a clock nor does input or output");
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
                .accessTargetWhere(ForbiddenCalls.sleeping());
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
                .accessTargetWhere(ForbiddenCalls.readingTheClock());
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
                .accessTargetWhere(ForbiddenCalls.ofTheProcessOrLogging());
    }

    private static boolean isWithin(Class<?> one, Class<?> another) {
        return (one.getPackageName() + ".").startsWith(another.getPackageName() + ".");
    }

    private String[] withValues(String... packages) {
        return Stream.of(List.of(packages), allowed, VALUE_PACKAGES)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
