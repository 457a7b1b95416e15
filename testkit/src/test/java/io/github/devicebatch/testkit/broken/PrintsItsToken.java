package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;

/** Is put together as records are, and prints all its parts. */
@Breaks("BSQ-31")
class PrintsItsToken implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return HttpEnvironment.asking(Broken::new, query -> query);
    }

    private static final class Broken extends PlainQuery {

        private final String token;

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
            this.token = token;
        }

        @Override
        public String toString() {
            return "Broken[token=" + token + "]";
        }
    }
}
