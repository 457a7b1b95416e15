package io.github.devicebatch.http.support;

import java.util.Map;
import java.util.TreeMap;

/** Says which targets were met, for programs. */
public final class TargetReport {

    private TargetReport() {}

    /** Prints each target with what came of it, and ends the JVM: with 0 if all were met, else with 1. */
    public static void exit(Map<String, Boolean> targets) {
        new TreeMap<>(targets).forEach((target, met) -> System.out.println((met ? "met:    " : "MISSED: ") + target));
        System.exit(targets.containsValue(false) ? 1 : 0);
    }
}
