package com.example;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.NoBatchStatusException;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.AccessToken;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.RetrySettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Requests a status at an unreachable address, on the module path: directly, as a future, and by a watch. */
public final class Importer {

    private static final BatchReference BATCH =
            BatchReference.parse("47021739-3426-40bf-9601-61b4b6d7c793/0127ed8e-ff72-4983-a3d8-e8d8bd378932");

    public static void main(String[] arguments) throws Exception {
        if (!Importer.class.getModule().isNamed() || !PartnerCenter.class.getModule().isNamed()) {
            throw new AssertionError("not on the module path");
        }
        try (PartnerCenter partnerCenter = PartnerCenter.at(URI.create("http://127.0.0.1:1"))
                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                        .retries(RetrySettings.NONE)
                        .build();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            BatchStatusAnswer answer =
                    partnerCenter.batchStatus().askAsync(BATCH, executor).get();
            try {
                answer.orElseThrow();
                throw new AssertionError("unexpected status");
            } catch (NoBatchStatusException noStatus) {
                System.out.println(noStatus.getMessage());
            }
            WatchEnding ending = BatchWatch.of(
                            partnerCenter.batchStatus(), WatchSettings.DEFAULT.withTimeout(Duration.ofMillis(1)))
                    .watch(BATCH);
            System.out.println(ending);
        }
    }
}
