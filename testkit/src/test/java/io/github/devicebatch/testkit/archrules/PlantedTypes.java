package io.github.devicebatch.testkit.archrules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.devicebatch.testkit.archrules.planted.broken.application.BrokenApplication;
import io.github.devicebatch.testkit.archrules.planted.broken.domain.BrokenDomain;
import io.github.devicebatch.testkit.archrules.planted.clean.application.CleanApplication;
import io.github.devicebatch.testkit.archrules.planted.clean.domain.CleanDomain;
import java.util.List;

/** Two small hexagons: one keeps all rules, and in the other one each nested type violates a rule. */
final class PlantedTypes {

    static final String PACKAGE = PlantedTypes.class.getPackageName() + ".planted";
    static final JavaClasses CLEAN = new ClassFileImporter().importPackages(PACKAGE + ".clean");
    static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PACKAGE + ".broken");

    private PlantedTypes() {}

    static HexagonRules cleanRules() {
        return HexagonRules.of(CleanDomain.class, CleanApplication.class);
    }

    static HexagonRules brokenRules() {
        return HexagonRules.of(BrokenDomain.class, BrokenApplication.class);
    }

    /** Returns the nested types of the broken hexagon that violate the rule, without package and enclosing type. */
    static List<String> violators(ArchRule rule) {
        return violators(rule, BROKEN);
    }

    static List<String> violators(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> detail.replaceFirst("^.*?planted\\.\\w+\\.\\w+\\.\\w+\\$([\\w$]+).*(?s:.*)$", "$1"))
                .distinct()
                .toList();
    }
}
