package io.github.devicebatch.cli.terminal;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Test for a terminal by the console of the JVM, for systems on which descriptors are not files. It cannot tell standard output from
 * standard error.
 *
 * @param console returns the console, if there is one
 * @param isInteractive tests whether the console is a terminal
 */
record ConsoleProbe(Supplier<Optional<Console>> console, Predicate<Console> isInteractive) {

    static final ConsoleProbe SYSTEM =
            new ConsoleProbe(() -> Optional.ofNullable(System.console()), ConsoleProbe::isInteractive);

    boolean isTerminal() {
        return console.get().filter(isInteractive).isPresent();
    }

    /** Calls {@code Console.isTerminal} of Java 22 and newer: since then a console without a terminal exists too. */
    private static boolean isInteractive(Console console) {
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException java21) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
