package io.github.devicebatch.testkit.planted.clean.cli;

import io.github.devicebatch.testkit.planted.clean.domain.Colour;
import io.github.devicebatch.testkit.planted.clean.memory.Palette;

public final class Main {

    public static void main(String[] arguments) {
        System.out.println(System.getenv("HOME"));
        System.exit(new Palette(new Colour("red", null)).hashCode());
    }
}
