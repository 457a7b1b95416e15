package io.github.devicebatch.testkit.archrules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A method or field of the JDK that some of the house must not touch, neither by calling it nor by a reference to it. */
record ForbiddenCalls(Class<?> owner, String name) {

    private static final List<ForbiddenCalls> SLEEPING = Stream.of(
                    of(Thread.class, "sleep"),
                    of(TimeUnit.class, "sleep"),
                    of(LockSupport.class, "park", "parkNanos", "parkUntil"))
            .flatMap(List::stream)
            .toList();

    private static final List<ForbiddenCalls> CLOCKS = Stream.of(
                    of(System.class, "currentTimeMillis", "nanoTime"),
                    of(InstantSource.class, "system"),
                    of(Clock.class, "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes"))
            .flatMap(List::stream)
            .toList();

    private static final List<ForbiddenCalls> PROCESS = Stream.of(
                    of(System.class, "in", "out", "err", "exit", "getenv", "console"),
                    of(Runtime.class, "exit", "halt"),
                    of(Throwable.class, "printStackTrace"))
            .flatMap(List::stream)
            .toList();

    private static final List<ForbiddenCalls> LOGGING = of(System.class, "getLogger");

    static DescribedPredicate<JavaAccess<?>> sleeping() {
        return DescribedPredicate.describe(
                "it sleeps",
                access -> isAmong(SLEEPING, access.getTarget())
                        || isObjectWait(access.getTarget())
                        || isTimedWait(access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> readingTheClock() {
        return DescribedPredicate.describe(
                "it reads a clock",
                access -> isAmong(CLOCKS, access.getTarget())
                        || isNow(access.getTarget())
                        || isNewDate(access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> ofTheProcess() {
        return DescribedPredicate.describe("it is the process's", access -> isAmong(PROCESS, access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> ofTheProcessOrLogging() {
        return DescribedPredicate.describe(
                "it is the process's or logs",
                access -> isAmong(PROCESS, access.getTarget()) || isAmong(LOGGING, access.getTarget()));
    }

    private static List<ForbiddenCalls> of(Class<?> owner, String... names) {
        return Arrays.stream(names).map(name -> new ForbiddenCalls(owner, name)).toList();
    }

    private static boolean isAmong(List<ForbiddenCalls> forbidden, AccessTarget target) {
        return forbidden.stream()
                .anyMatch(one ->
                        target.getName().equals(one.name) && target.getOwner().isAssignableTo(one.owner));
    }

    /** Every class inherits {@code wait}, so its owner tells nothing; its parameters do, because it can't be overridden. */
    private static boolean isObjectWait(AccessTarget target) {
        return target.getName().equals("wait")
                && List.of("[]", "[long]", "[long, int]").contains(parameters(target));
    }

    /** Whatever takes a number of time units, as all waiting of {@code java.util.concurrent} does; {@code join} of a thread. */
    private static boolean isTimedWait(AccessTarget target) {
        return parameters(target).contains(TimeUnit.class.getName())
                || (target.getName().equals("join")
                        && target.getOwner().isAssignableTo(Thread.class)
                        && !parameters(target).equals("[]"));
    }

    /** {@code now} of any type of {@code java.time}, unless it is given a clock. */
    private static boolean isNow(AccessTarget target) {
        return target.getName().equals("now")
                && target.getOwner().getPackageName().equals("java.time")
                && !parameters(target).contains(Clock.class.getName());
    }

    private static boolean isNewDate(AccessTarget target) {
        return target.getFullName().equals("java.util.Date.<init>()");
    }

    private static String parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                ? code.getRawParameterTypes().stream()
                        .map(type -> type.getName())
                        .toList()
                        .toString()
                : "none";
    }
}
