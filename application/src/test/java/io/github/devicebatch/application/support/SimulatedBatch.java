package io.github.devicebatch.application.support;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** One upload of the simulated day: how long it takes, the outcome of its devices, and the requests about it. */
public final class SimulatedBatch {

    private static final double MEDIAN_MINUTES = 30;
    private static final double SPREAD = 1.3;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(20);

    public final BatchReference reference;
    final Duration duration;
    final Duration unknownUntil;
    public int questions;
    int unreadableInARow;
    public boolean isOver;
    Duration lastQuestion = Duration.ZERO;
    Duration heldBefore = Duration.ZERO;
    Duration notBefore = Duration.ZERO;
    private final Map<String, Found> descriptions = new HashMap<>();
    private final int devices;
    private final int failing;
    private int unsettledAnswers;

    SimulatedBatch(int number, Random random) {
        int customer = number % 2 == 0 ? 0 : 1 + number % 199; // one of them has half of all
        reference = Answers.batch(customer, number);
        duration = logNormal(random);
        unknownUntil = random.nextInt(10) == 0 ? Duration.ofSeconds(random.nextInt(60)) : Duration.ZERO;
        devices = 1 + random.nextInt(5);
        failing = random.nextInt(4) == 0 ? random.nextInt(devices) : -1;
        // final, but not settled: mostly never, sometimes for a while, sometimes for ever
        unsettledAnswers = random.nextInt(20) == 0 ? 1 + random.nextInt(6) : 0;
    }

    private static Duration logNormal(Random random) {
        double minutes = MEDIAN_MINUTES * Math.exp(SPREAD * random.nextGaussian());
        double clipped = Math.clamp(minutes, SHORTEST.toMinutes(), LONGEST.toMinutes());
        return Duration.ofMillis(Math.round(clipped * 60_000));
    }

    /** Returns the true status of the batch. */
    Found describe(Duration now) {
        if (now.compareTo(duration.dividedBy(10)) < 0) {
            return Answers.QUEUED;
        }
        if (now.compareTo(duration) < 0) {
            return described("processing", (int) (devices * now.toMillis() / duration.toMillis()));
        }
        boolean settled = unsettledAnswers == 0;
        unsettledAnswers -= settled ? 0 : 1;
        return described("finished", settled ? devices : devices - 1);
    }

    private Found described(String state, int settled) {
        return descriptions.computeIfAbsent(state + settled, unknown -> Answers.found(state, states(settled)));
    }

    private String[] states(int settled) {
        return IntStream.range(0, devices)
                .mapToObj(device -> device < settled ? verdict(device) : "processing")
                .toArray(String[]::new);
    }

    private String verdict(int device) {
        return device == failing ? "finished_with_errors" : "finished";
    }
}
