package io.github.devicebatch.http.support;

import java.util.Map;
import java.util.TreeMap;

/** The report of a program about its targets. */
public final class TargetReport {

    private TargetReport() {}

    /** Prints each target with its result and exits the JVM: with 0 if all were met, else with 1. */
    public static void exit(Map<String, Boolean> targets) {
        new TreeMap<>(targets).forEach((target, met) -> System.out.println((met ? "met:    " : "MISSED: ") + target));
        System.exit(targets.containsValue(false) ? 1 : 0);
    }
}
