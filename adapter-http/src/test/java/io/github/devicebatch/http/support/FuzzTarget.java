package io.github.devicebatch.http.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fuzz test that a program runs, with its inputs.
 *
 * @param name the class and the method
 * @param test the fuzz test; it throws if an input breaks what it checks
 * @param seeds the inputs to change
 */
public record FuzzTarget(String name, Test test, List<byte[]> seeds) {

    private static final int MAX_FINDINGS = 10;
    private static final int REPETITIONS = 3;

    /** A fuzz test. */
    @FunctionalInterface
    public interface Test {

        /** Checks one input. */
        void run(byte[] input) throws Exception;
    }

    /**
     * Creates a target whose seeds are those of the fuzz test, in the resources, and more.
     *
     * @param type the class of the fuzz test
     * @param method its method
     */
    public static FuzzTarget of(Class<?> type, String method, Test test, Stream<byte[]> more) {
        List<byte[]> seeds = new ArrayList<>(inResources(type, method));
        more.forEach(seeds::add);
        return new FuzzTarget(type.getSimpleName() + "." + method, test, List.copyOf(seeds));
    }

    private static List<byte[]> inResources(Class<?> type, String method) {
        URL folder = type.getResource(type.getSimpleName() + "Inputs/" + method);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<byte[]> inputs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
            return inputs;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The result of a run.
     *
     * @param inputs the number of inputs
     * @param bytes their total length
     * @param longestNanos the longest time of an input
     * @param longest the input that took it
     * @param findings the inputs that the test did not accept, and why
     */
    public record Result(
            String name, long inputs, long bytes, long longestNanos, byte[] longest, List<Finding> findings) {

        @Override
        public String toString() {
            return "%-42s %,12d inputs, %6d bytes on average, at most %,d ms, %d findings"
                    .formatted(name, inputs, bytes / Math.max(1, inputs), longestNanos / 1_000_000, findings.size());
        }
    }

    /** An input and what the test threw. */
    public record Finding(byte[] input, Throwable thrown) {}

    /**
     * Runs the test with {@code count} changed inputs, and stops after ten findings. An input that seems to take longest is
     * repeated, because the JVM or the machine may have been busy.
     */
    public Result run(long count, long seed) {
        InputMutator mutator = new InputMutator(seed, seeds);
        List<Finding> findings = new ArrayList<>();
        long bytes = 0;
        long longestNanos = 0;
        byte[] longest = {};
        long number = 0;
        while (number < count && findings.size() < MAX_FINDINGS) {
            byte[] input = mutator.next();
            long nanos = time(input, findings);
            for (int repetition = 0; repetition < REPETITIONS && nanos > longestNanos; repetition++) {
                nanos = Math.min(nanos, time(input, findings));
            }
            if (nanos > longestNanos) {
                longestNanos = nanos;
                longest = input;
            }
            bytes += input.length;
            number++;
        }
        return new Result(name, number, bytes, longestNanos, longest, List.copyOf(findings));
    }

    private long time(byte[] input, List<Finding> findings) {
        long start = System.nanoTime();
        try {
            test.run(input);
        } catch (Exception | Error thrown) {
            findings.add(new Finding(input, thrown));
        }
        return System.nanoTime() - start;
    }

    @Override
    public String toString() {
        return name;
    }
}
