package io.github.devicebatch.application.support;

import static io.github.devicebatch.application.UnavailabilityCause.CIRCUIT_OPEN;
import static io.github.devicebatch.application.UnavailabilityCause.FAILING;
import static io.github.devicebatch.application.UnavailabilityCause.THROTTLED;
import static io.github.devicebatch.application.support.Answers.unavailable;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A service on a bad day: 5 % of its answers are faults, it is out three times for 15 minutes, and it throttles everybody
 * for 10 minutes. It checks that it is asked as agreed.
 */
public final class SimulatedService implements BatchStatusQuery {

    private static final Duration A_QUESTION = Duration.ofMillis(1);
    private static final Duration SHORTEST_GAP = Duration.ofMillis(4_500);

    public final Map<BatchReference, SimulatedBatch> batches = new LinkedHashMap<>();
    /** The number of answers by kind. */
    public final Map<String, Integer> given = new TreeMap<>();

    /** The longest time between two requests about an unfinished batch, without global holds. */
    public Duration longestGap = Duration.ZERO;

    private final List<Duration> outages = new ArrayList<>();
    private final Duration storm;
    private final LeapingTime time;
    private final Random random;
    private Duration heldUntil = Duration.ZERO;
    private Duration heldInAll = Duration.ZERO;

    public SimulatedService(int number, long seed, LeapingTime time) {
        this.time = time;
        this.random = new Random(seed);
        for (int each = 0; each < number; each++) {
            SimulatedBatch batch = new SimulatedBatch(each, random);
            batches.put(batch.reference, batch);
        }
        for (int hour : List.of(1, 4, 9)) {
            outages.add(Duration.ofMinutes(60 * hour + random.nextInt(60)));
        }
        storm = Duration.ofMinutes(150 + random.nextInt(30));
    }

    @Override
    public BatchStatusAnswer ask(BatchReference reference) {
        SimulatedBatch batch = batches.get(reference);
        checkManners(batch);
        time.advance(A_QUESTION);
        BatchStatusAnswer answer = answer(batch);
        batch.questions++;
        batch.unreadableInARow = answer == Answers.UNREADABLE ? batch.unreadableInARow + 1 : 0;
        batch.lastQuestion = time.passed();
        hold(batch, answer);
        return answer;
    }

    private void checkManners(SimulatedBatch batch) {
        Duration now = time.passed();
        Duration gap = now.minus(batch.lastQuestion).minus(heldInAll.minus(batch.heldBefore));
        longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
        if (batch.isOver
                || now.compareTo(heldUntil) < 0
                || now.compareTo(batch.notBefore) < 0
                || (batch.questions > 0 && now.minus(batch.lastQuestion).compareTo(SHORTEST_GAP) < 0)) {
            throw new AssertionError("asked about " + batch.reference + " at " + now + ", last time at "
                    + batch.lastQuestion + ", over: " + batch.isOver + ", held until " + heldUntil);
        }
    }

    private BatchStatusAnswer answer(SimulatedBatch batch) {
        Duration now = time.passed();
        if (isWithin(now, storm, 10)) {
            return count("storm", unavailable(THROTTLED, Duration.ofSeconds(57)));
        }
        for (Duration outage : outages) {
            if (isWithin(now, outage, 15)) {
                return count("outage " + (outages.indexOf(outage) + 1), outage());
            }
        }
        if (now.compareTo(batch.unknownUntil) < 0) {
            return count("unknown", Answers.NOT_FOUND);
        }
        return random.nextInt(20) == 0 ? fault(batch) : count("description", describe(batch, now));
    }

    private BatchStatusAnswer outage() {
        int kind = random.nextInt(100);
        return kind == 0
                ? unavailable(CIRCUIT_OPEN, Duration.ofSeconds(30))
                : unavailable(UnavailabilityCause.values()[kind % 2]);
    }

    private BatchStatusAnswer fault(SimulatedBatch batch) {
        UnavailabilityCause[] causes = UnavailabilityCause.values();
        int kind = random.nextInt(causes.length + 3);
        if (kind < causes.length) {
            return count("fault " + causes[kind], unavailable(causes[kind]));
        }
        if (kind == causes.length) {
            return count("fault retryAfter", unavailable(FAILING, Duration.ofSeconds(random.nextInt(61))));
        }
        if (kind == causes.length + 1 && batch.unreadableInARow < 2) {
            return count("fault unreadable", Answers.UNREADABLE);
        }
        return count("fault backwards", Answers.QUEUED);
    }

    private static Found describe(SimulatedBatch batch, Duration now) {
        Found found = batch.describe(now);
        batch.isOver = found.status().isFinal() && found.status().outcome() != BatchOutcome.UNCONFIRMED;
        return found;
    }

    private void hold(SimulatedBatch batch, BatchStatusAnswer answer) {
        if (answer instanceof BatchStatusAnswer.Unavailable unavailable
                && unavailable.retryAfter().isPresent()) {
            Duration until = time.passed().plus(unavailable.retryAfter().get());
            batch.notBefore = until;
            if (unavailable.cause() != FAILING && until.compareTo(heldUntil) > 0) {
                heldInAll = heldInAll.plus(unavailable.retryAfter().get());
                heldUntil = until;
            }
        }
        batch.heldBefore = heldInAll;
    }

    private <A extends BatchStatusAnswer> A count(String kind, A answer) {
        given.merge(kind, 1, Integer::sum);
        return answer;
    }

    private static boolean isWithin(Duration now, Duration begin, int minutes) {
        return now.compareTo(begin) >= 0 && now.compareTo(begin.plusMinutes(minutes)) < 0;
    }
}
