package io.github.devicebatch.http.support;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Random test data, the same for the same seed. A quarter of the numbers are limits of their range. Not thread-safe. */
public final class SeededRandom {

    private static final int SEEDS = 400;

    private final RandomGenerator random;

    public SeededRandom(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** The seeds of a parameterised test. */
    public static final class Seeds implements ArgumentsProvider {

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return LongStream.range(0, SEEDS).mapToObj(Arguments::of);
        }
    }

    /** Returns a number from {@code min} to {@code max}, both included. */
    public long between(long min, long max) {
        if (random.nextInt(4) == 0) {
            return random.nextBoolean() ? min : max;
        }
        return random.nextLong(min, max + 1);
    }

    /** Returns a number from {@code min} to {@code max}, both included. */
    public int between(int min, int max) {
        return (int) between((long) min, (long) max);
    }

    /** Returns true in {@code percent} of 100 cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns one of the values. A value that is to be frequent is given several times. */
    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns a list whose size is from {@code min} to {@code max}, both included. */
    public <T> List<T> list(int min, int max, Supplier<T> element) {
        return Stream.generate(element).limit(between(min, max)).toList();
    }

    /** Returns {@code count} copies of a value, to weight it. */
    public static <T> Stream<T> times(int count, T value) {
        return IntStream.range(0, count).mapToObj(copy -> value);
    }
}
