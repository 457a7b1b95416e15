package io.github.devicebatch.testkit.archrules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/** The condition that a type of one adapter depends on no other adapter. An adapter is a package with those below it. */
final class AdapterIndependenceCondition extends ArchCondition<JavaClass> {

    private final List<String> adapters;

    AdapterIndependenceCondition(List<String> adapters) {
        super("depend on no other of the adapters %s", adapters);
        this.adapters = adapters;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Optional<String> own = adapterOf(type);
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOther(own, dependency))
                .map(dependency -> SimpleConditionEvent.violated(dependency, dependency.getDescription()))
                .forEach(events::add);
    }

    private boolean isOther(Optional<String> own, Dependency dependency) {
        Optional<String> target = adapterOf(dependency.getTargetClass().getBaseComponentType());
        return target.isPresent() && !target.equals(own);
    }

    private Optional<String> adapterOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return adapters.stream()
                .filter(adapter -> name.startsWith(adapter + "."))
                .findFirst();
    }
}
