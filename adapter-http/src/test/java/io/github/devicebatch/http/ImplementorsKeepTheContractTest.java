package io.github.devicebatch.http;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.testkit.archrules.AdapterRules;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import org.junit.jupiter.api.Test;

class ImplementorsKeepTheContractTest {

    @Test
    void everyImplementorOfThePortRunsItsContract() {
        AdapterRules.implementorsKeepTheContract(BatchStatusQuery.class, BatchStatusQueryContract.class)
                .check(new ClassFileImporter().importPackagesOf(PartnerCenter.class));
    }
}
