package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.testkit.contract.BatchStatusQueryContract;
import io.github.devicebatch.testkit.contract.ContractEnvironment;
import io.github.devicebatch.testkit.contract.HttpEnvironment;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for the end of an answer, however long that takes. */
@Breaks("BSQ-19")
class WaitsForEver implements BatchStatusQueryContract {

    @Override
    public ContractEnvironment newWorld() {
        return HttpEnvironment.asking(Broken::new, query -> query).withPatience(Duration.ofSeconds(10));
    }

    private static final class Broken extends PlainQuery {

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
        }

        @Override
        protected HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange)
                throws ExecutionException, InterruptedException {
            return exchange.get();
        }
    }
}
