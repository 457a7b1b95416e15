package io.github.devicebatch.testkit.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The condition that every implementation of a port has a test that runs the contract: a concrete class that implements the
 * contract and whose name begins with the name of the implementation. A port without implementations is a violation too,
 * because otherwise the rule would pass if nothing was imported.
 */
final class ContractCondition extends ArchCondition<JavaClass> {

    private final Class<?> port;
    private final Class<?> contract;
    private List<JavaClass> implementations = List.of();
    private List<JavaClass> contractTests = List.of();

    ContractCondition(Class<?> port, Class<?> contract) {
        super("have a test that implements %s, if it implements %s", contract.getSimpleName(), port.getSimpleName());
        this.port = port;
        this.contract = contract;
    }

    @Override
    public void init(Collection<JavaClass> all) {
        implementations = all.stream().filter(type -> isConcrete(type, port)).toList();
        contractTests = all.stream().filter(type -> isConcrete(type, contract)).toList();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean isTested =
                contractTests.stream().anyMatch(test -> test.getSimpleName().startsWith(type.getSimpleName()));
        if (implementations.contains(type) && !isTested) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    String.format(
                            Locale.ROOT,
                            "no test class named %s… implements %s",
                            type.getSimpleName(),
                            contract.getSimpleName())));
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        if (implementations.isEmpty()) {
            events.add(SimpleConditionEvent.violated(port, "no class implements " + port.getName()));
        }
    }

    private static boolean isConcrete(JavaClass type, Class<?> supertype) {
        return type.isAssignableTo(supertype)
                && !type.isInterface()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
