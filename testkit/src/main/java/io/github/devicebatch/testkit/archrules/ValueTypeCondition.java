package io.github.devicebatch.testkit.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** The condition that a type is a record, an enum, sealed, a subtype of a sealed type, or one of the exceptions. */
final class ValueTypeCondition extends ArchCondition<JavaClass> {

    private final Set<Class<?>> exceptions;

    ValueTypeCondition(Set<Class<?>> exceptions) {
        super("be a record, an enum, sealed or a subtype of a sealed type, except "
                + exceptions.stream().map(Class::getSimpleName).sorted().toList());
        this.exceptions = exceptions;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Class<?> reflected = type.reflect();
        boolean isValue = reflected.isRecord()
                || reflected.isEnum()
                || reflected.isSealed()
                || isSubtypeOfSealed(reflected)
                || exceptions.contains(reflected);
        if (!isValue) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    type.getName() + " is neither a record nor an enum nor sealed nor a subtype of a sealed type"));
        }
    }

    private static boolean isSubtypeOfSealed(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .anyMatch(Class::isSealed);
    }
}
