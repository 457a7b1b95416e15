package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;

/** Finds nothing where nobody is. */
@Breaks("BSQ-15")
class TakesAClosedDoorForNotFound implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return HttpEnvironment.asking(Broken::new, query -> query);
    }

    private static final class Broken extends PlainQuery {

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
        }

        @Override
        protected BatchStatusAnswer unreachable() {
            return Answers.notFound();
        }
    }
}
