package io.github.devicebatch.http;

import com.sun.management.OperatingSystemMXBean;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A program that measures the CPU time of an exchange, including the fake's share, with several executors of
 * the HTTP client and 64 concurrent exchanges. How to run it: {@code docs/reliability.md}.
 */
final class ExecutorCost {

    private static final int THREADS = 64;
    private static final int ROUNDS = 4;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int exchanges;

    private ExecutorCost(int exchanges) {
        this.exchanges = exchanges;
    }

    /**
     * Runs the program. The argument is the number of exchanges per round and executor, by default 20,000. The
     * first round warms up.
     */
    public static void main(String[] arguments) {
        int exchanges = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        for (int round = 0; round < ROUNDS; round++) {
            new ExecutorCost(exchanges).printRound(round);
        }
    }

    private void printRound(int round) {
        executors().forEach((name, executor) -> {
            try (FakePartnerCenter plain = FakePartnerCenter.start();
                    FakePartnerCenter secure = FakePartnerCenter.start(Tls.VALID)) {
                System.out.printf(
                        "round %d, %s: %.0f microseconds in clear text, %.0f over TLS%n",
                        round,
                        name,
                        micros(plain, HttpClient.newBuilder(), executor),
                        micros(secure, HttpClient.newBuilder().sslContext(secure.trust()), executor));
            } finally {
                if (executor instanceof ExecutorService service) {
                    service.close();
                }
            }
        });
    }

    private static Map<String, Executor> executors() {
        Map<String, Executor> executors = new LinkedHashMap<>();
        executors.put("the JDK's own", Executors.newCachedThreadPool());
        executors.put("two threads", Executors.newFixedThreadPool(2));
        executors.put("a virtual thread each", Executors.newVirtualThreadPerTaskExecutor());
        executors.put("direct", Runnable::run);
        return executors;
    }

    private double micros(FakePartnerCenter fake, HttpClient.Builder builder, Executor executor) {
        fake.script(Batches.REFERENCE).then(Batches.finished());
        try (HttpClient client = builder.executor(executor).build();
                PartnerCenter partnerCenter =
                        OneAttempt.at(fake.baseUrl()).httpClient(client).build()) {
            long before = system.getProcessCpuTime();
            try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, THREADS).forEach(asker -> askers.submit(() -> askRepeatedly(partnerCenter)));
            }
            return (system.getProcessCpuTime() - before) / 1_000.0 / exchanges;
        }
    }

    private Void askRepeatedly(PartnerCenter partnerCenter) throws InterruptedException {
        for (int query = 0; query < exchanges / THREADS; query++) {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
        return null;
    }
}
