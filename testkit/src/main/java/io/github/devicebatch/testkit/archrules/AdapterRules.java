package io.github.devicebatch.testkit.archrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;

/** The rules that need no hexagon to be given: about what lies around the core, and about everything. */
@SuppressWarnings("exports")
public // ArchUnit is an automatic module: whoever uses these rules requires it
abstract sealed class AdapterRules permits HexagonRules {

    AdapterRules() {}

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
                .accessTargetWhere(ForbiddenCalls.ofTheProcess());
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
                        Arrays.stream(anyTypeOfEach).map(AdapterRules::below).toArray(String[]::new))
                .should(new AdapterIndependenceCondition(adapters));
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

    /** Gives the package of {@code anchor} and those below it, as ArchUnit writes it. */
    static String below(Class<?> anchor) {
        return anchor.getPackageName() + "..";
    }

    /** Every package is a slice of its own. */
    record PackageSlices() implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "one slice a package";
        }
    }
}
