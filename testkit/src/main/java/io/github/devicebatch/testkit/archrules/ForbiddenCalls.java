package io.github.devicebatch.testkit.archrules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A method or field of the JDK that some packages must not access, neither by a call nor by a method reference. */
record ForbiddenCalls(Class<?> owner, String name) {

    private static final List<ForbiddenCalls> SLEEP = Stream.of(
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

    /** Methods that follow the default locale if they have no parameter for a locale. */
    private static final List<ForbiddenCalls> LOCALIZED = Stream.of(
                    of(String.class, "format", "formatted", "toLowerCase", "toUpperCase"),
                    of(PrintStream.class, "format", "printf"),
                    of(PrintWriter.class, "format", "printf"),
                    of(Formatter.class, "<init>", "format"),
                    of(DateTimeFormatter.class, "ofPattern"),
                    of(
                            NumberFormat.class,
                            "getInstance",
                            "getIntegerInstance",
                            "getNumberInstance",
                            "getPercentInstance"))
            .flatMap(List::stream)
            .toList();

    private static final List<ForbiddenCalls> LOGGING = of(System.class, "getLogger");

    static DescribedPredicate<JavaAccess<?>> sleeping() {
        return DescribedPredicate.describe(
                "it sleeps",
                access -> isAmong(SLEEP, access.getTarget())
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

    static DescribedPredicate<JavaAccess<?>> toTheProcess() {
        return DescribedPredicate.describe("it uses the process", access -> isAmong(PROCESS, access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> toTheProcessOrLogging() {
        return DescribedPredicate.describe(
                "it uses the process or logs",
                access -> isAmong(PROCESS, access.getTarget()) || isAmong(LOGGING, access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> ofTheDefaultLocale() {
        return DescribedPredicate.describe(
                "it follows the default locale",
                access -> isAmong(LOCALIZED, access.getTarget())
                        && !parameters(access.getTarget()).contains(Locale.class.getName()));
    }

    private static List<ForbiddenCalls> of(Class<?> owner, String... names) {
        return Arrays.stream(names).map(name -> new ForbiddenCalls(owner, name)).toList();
    }

    private static boolean isAmong(List<ForbiddenCalls> forbidden, AccessTarget target) {
        return forbidden.stream()
                .anyMatch(call ->
                        target.getName().equals(call.name) && target.getOwner().isAssignableTo(call.owner));
    }

    /** Compares parameters instead of the owner: every class inherits {@code wait}, and none can override it. */
    private static boolean isObjectWait(AccessTarget target) {
        return target.getName().equals("wait")
                && List.of("[]", "[long]", "[long, int]").contains(parameters(target));
    }

    /** Matches methods with a {@code TimeUnit}, as those of {@code java.util.concurrent}, and {@code join} with a time. */
    private static boolean isTimedWait(AccessTarget target) {
        return parameters(target).contains(TimeUnit.class.getName())
                || (target.getName().equals("join")
                        && target.getOwner().isAssignableTo(Thread.class)
                        && !parameters(target).equals("[]"));
    }

    /** Matches {@code now} of every type in {@code java.time}, unless it has a clock as parameter. */
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
