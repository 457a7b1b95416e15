package com.example.depot;

import com.example.depot.application.Payments;
import com.example.depot.domain.Delivery;
import com.example.depot.partnercenter.HttpQuery;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.archrules.AdapterRules;
import io.github.devicebatch.testkit.archrules.HexagonRules;
import org.junit.jupiter.api.Test;

class HexagonTest {

    private static final ClassFileImporter IMPORTER = new ClassFileImporter();

    @Test
    void keepsItsShape() {
        JavaClasses main = IMPORTER.withImportOption(new DoNotIncludeTests()).importPackages("com.example.depot");
        HexagonRules.of(Delivery.class, Payments.class)
                .allowing(BatchStatus.class, BatchStatusQuery.class)
                .core()
                .check(main);
        AdapterRules.httpOnlyIn(HttpQuery.class).check(main);

        JavaClasses withTests = IMPORTER.importPackages("com.example.depot");
        AdapterRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class)
                .check(withTests);
    }
}
