package io.github.devicebatch.testkit.archrules.planted.clean.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import java.net.http.HttpClient;

/** An HTTP adapter that keeps all rules. */
public record CleanHttpAdapter() {

    public record KeptQuery(HttpClient http) implements BatchStatusQuery {

        static final BatchStatusQuery LAMBDA = batch -> null;

        @Override
        public BatchStatusAnswer ask(BatchReference batch) {
            return null;
        }
    }

    /** A contract test, under a name that Surefire does not select. */
    public static class KeptQueryPromises implements BatchStatusQueryContract {

        @Override
        public ContractEnvironment newEnvironment() {
            throw new UnsupportedOperationException("planted");
        }
    }
}
