package io.github.devicebatch.testkit.support;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.testkit.archrules.HexagonRules;
import io.github.devicebatch.testkit.planted.broken.application.Parking;
import io.github.devicebatch.testkit.planted.broken.domain.InstantNow;
import io.github.devicebatch.testkit.planted.clean.application.Colours;
import io.github.devicebatch.testkit.planted.clean.domain.Colour;
import java.util.List;

/** The hexagon without a fault and the one full of faults, and which of their types a rule finds. */
public final class PlantedTypes {

    private static final String PLANTED = "io.github.devicebatch.testkit.planted.";

    public static final JavaClasses CLEAN = new ClassFileImporter().importPackages(PLANTED + "clean");
    public static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PLANTED + "broken");

    private PlantedTypes() {}

    public static HexagonRules cleanRules() {
        return HexagonRules.of(Colour.class, Colours.class);
    }

    public static HexagonRules brokenRules() {
        return HexagonRules.of(InstantNow.class, Parking.class);
    }

    /** Finds the planted types of which a violation of {@code rule} speaks first, without their package. */
    public static List<String> culprits(ArchRule rule) {
        return culprits(rule, BROKEN);
    }

    public static List<String> culprits(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> detail.replaceFirst("^.*?planted\\.\\w+\\.\\w+\\.([\\w$]+).*(?s:.*)$", "$1"))
                .distinct()
                .toList();
    }
}
