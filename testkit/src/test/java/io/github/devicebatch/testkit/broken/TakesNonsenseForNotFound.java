package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;

/** Finds nothing in what it does not understand. */
@Breaks("BSQ-16")
class TakesNonsenseForNotFound implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return HttpEnvironment.asking(Broken::new, query -> query);
    }

    private static final class Broken extends PlainQuery {

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
        }

        @Override
        protected BatchStatusAnswer unreadable() {
            return Answers.notFound();
        }
    }
}
