package io.github.devicebatch.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.http.RateLimitSettings;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sixty-four threads ask at once, over real sockets. */
@Timeout(60)
class TokensUnderLoadTest {

    private static final int MANY = 64;

    @TempDir
    private Path folder;

    private static void askAtOnce(PartnerCenter partnerCenter) throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(MANY);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            for (int thread = 0; thread < MANY; thread++) {
                answers.add(threads.submit(() -> {
                    barrier.await();
                    return FaultRow.inWords(partnerCenter.batchStatus().ask(Batches.REFERENCE));
                }));
            }
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("Found");
        }
    }

    @Test
    void makeOneRequestForATokenWhenItsTimeIsOver() throws InterruptedException, ExecutionException {
        try (Partner partner = Partner.start();
                PartnerCenter partnerCenter = partner.asking(partner.appOnly())
                        .rateLimit(RateLimitSettings.NONE)
                        .build()) {
            for (int hour = 1; hour <= 3; hour++) {
                askAtOnce(partnerCenter);
                assertThat(partner.tokens().requests("client_credentials")).isEqualTo(hour);
                partner.time.advance(Duration.ofHours(1));
            }
        }
    }

    @Test
    void makeOneRequestForATokenWhenTheOldOneIsRevoked() throws IOException, InterruptedException, ExecutionException {
        try (Partner partner = Partner.start();
                PartnerCenter partnerCenter = partner.asking(partner.appAndUser(partner.signedIn(folder)))
                        .rateLimit(RateLimitSettings.NONE)
                        .build()) {
            for (int time = 1; time <= 3; time++) {
                askAtOnce(partnerCenter);
                assertThat(partner.tokens().requests("refresh_token")).isEqualTo(time);
                partner.tokens().access().revokeAll();
            }
        }
    }
}
