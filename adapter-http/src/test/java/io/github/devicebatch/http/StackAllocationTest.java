package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Allocation is counted by the JVM to the byte, so it may be asserted where a time may not. */
class StackAllocationTest {

    private static final int QUESTIONS = 20_000;
    private static final int MOST_ROUNDS = 100;

    static RateLimitSettings[] rateLimits() {
        return new RateLimitSettings[] {RateLimitSettings.NONE, StackCost.TURN_ALWAYS_FREE};
    }

    /** Rounds go on until the JVM has compiled what it will: that is the steady state. */
    @ParameterizedTest
    @MethodSource("rateLimits")
    void theStackCostsAQuestionAtMostTwoHundredBytes(RateLimitSettings rateLimit) {
        StackCost cost = new StackCost(rateLimit);

        DoubleStream rounds =
                DoubleStream.generate(() -> cost.bytesAbove(QUESTIONS)).limit(MOST_ROUNDS);

        assertThat(rounds.anyMatch(bytes -> bytes <= StackCost.MOST_BYTES)).isTrue();
    }
}
