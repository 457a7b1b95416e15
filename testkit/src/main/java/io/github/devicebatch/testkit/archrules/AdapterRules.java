package io.github.devicebatch.testkit.archrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;

/**
 * Rules for adapters and for all packages, for ArchUnit. A class that is given as an anchor stands for its package and the
 * packages below it. Safe for use by several threads.
 *
 * @see HexagonRules
 */
@SuppressWarnings("exports") // ArchUnit is an automatic module; its users require it themselves.
public final class AdapterRules {

    private AdapterRules() {}

    /**
     * Returns the rule that only one part uses the JDK's HTTP client.
     *
     * @param httpAnchor any type in that part's uppermost package
     */
    public static ArchRule httpOnlyIn(Class<?> httpAnchor) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(below(httpAnchor))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..");
    }

    /**
     * Returns the rule that only one part exits the process, reads its environment, or uses its standard streams.
     *
     * @param commandLineAnchor any type in that part's uppermost package
     */
    public static ArchRule processOnlyIn(Class<?> commandLineAnchor) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(below(commandLineAnchor))
                .should()
                .accessTargetWhere(ForbiddenCalls.toTheProcess());
    }

    /**
     * Returns the rule that no text depends on the default locale: with that of Egypt, for example, {@code String.format} without a
     * locale writes Arabic digits, which no program reads back.
     */
    public static ArchRule localesAreNamed() {
        return noClasses().should().accessTargetWhere(ForbiddenCalls.ofTheDefaultLocale());
    }

    /**
     * Returns the rule that no adapter depends on another one.
     *
     * @param anchors any type in the uppermost package of each adapter
     */
    public static ArchRule adaptersAreIndependent(Class<?>... anchors) {
        List<String> adapters =
                Arrays.stream(anchors).map(Class::getPackageName).toList();
        return classes()
                .that()
                .resideInAnyPackage(
                        Arrays.stream(anchors).map(AdapterRules::below).toArray(String[]::new))
                .should(new AdapterIndependenceCondition(adapters));
    }

    /**
     * Returns the rule that no name ends in {@code Impl}, {@code Manager}, {@code Helper}, {@code Util}, {@code Utils} or
     * {@code Dto}.
     */
    public static ArchRule noMeaninglessNames() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)");
    }

    /**
     * Returns the rule that every class that implements a port has a test that runs the port's contract: a class that
     * implements the contract and whose name begins with the name of the implementation. Lambdas and anonymous classes are
     * ignored. Import the tests too. The rule fails if no class implements the port.
     *
     * @param port the port, such as {@code BatchStatusQuery.class}
     * @param contract its contract, such as {@code BatchStatusQueryContract.class}
     */
    public static ArchRule implementorsKeepTheContract(Class<?> port, Class<?> contract) {
        return classes().should(new ContractCondition(port, contract));
    }

    /** Returns the rule that packages form no cycle of dependencies. */
    public static ArchRule noPackageCycles() {
        return SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles();
    }

    /** Returns ArchUnit's pattern for the package of {@code anchor} and the packages below it. */
    static String below(Class<?> anchor) {
        return anchor.getPackageName() + "..";
    }
}
