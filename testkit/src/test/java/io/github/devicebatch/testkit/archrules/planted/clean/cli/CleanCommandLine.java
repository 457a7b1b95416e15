package io.github.devicebatch.testkit.archrules.planted.clean.cli;

import io.github.devicebatch.testkit.archrules.planted.clean.domain.CleanDomain.Colour;
import io.github.devicebatch.testkit.archrules.planted.clean.memory.CleanMemoryAdapter.Palette;

/** A command line that keeps all rules. */
public record CleanCommandLine() {

    public static final class Main {

        public static void main(String[] arguments) {
            System.out.println(System.getenv("HOME"));
            System.exit(new Palette(new Colour("red", null)).hashCode());
        }
    }
}
