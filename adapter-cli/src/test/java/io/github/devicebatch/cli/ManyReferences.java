package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Program that runs {@code status -} for very many references in one process with a small heap, against a fake in this
 * process. It prints how the time grows with their number, and exits with 1 if an answer is missing.
 * {@code docs/reliability.md} describes how to run it.
 */
public final class ManyReferences {

    private final FakePartnerCenter partnerCenter;
    private final Path folder;
    private int scripted;

    /**
     * Result of one run.
     *
     * @param answers the number of correct answers
     * @param took the run time of the process
     * @param err its standard error
     */
    public record Result(int exitCode, long answers, Duration took, String err) {}

    /** Creates the program, which sends requests to {@code partnerCenter} and keeps files in {@code folder}. */
    public ManyReferences(FakePartnerCenter partnerCenter, Path folder) {
        this.partnerCenter = partnerCenter;
        this.folder = folder;
    }

    /** Runs with the number of references, 100,000 by default, and the maximum heap in MiB, 256 by default. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int heap = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 256;
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
            ManyReferences program = new ManyReferences(partnerCenter, Files.createTempDirectory("many"));
            program.measure(1_000, heap);
            double few = program.measure(1_000, heap);
            double all = program.measure(many, heap);
            System.out.printf("%,d references take %.1f times as long as 1,000%n", many, all / few);
        }
    }

    private double measure(int count, int heap) throws IOException, InterruptedException {
        Result result = run(count, heap);
        double seconds = result.took().toMillis() / 1_000.0;
        System.out.printf(
                "%,d references in %d MiB of heap: %.1f s, exit code %d%n", count, heap, seconds, result.exitCode());
        if (result.answers() != count || result.exitCode() != 0) {
            System.out.println("MISSED: " + result);
            System.exit(1);
        }
        return seconds;
    }

    /** Runs {@code status} for {@code count} references in a process with a heap of {@code heap} MiB. */
    public Result run(int count, int heap) throws IOException, InterruptedException {
        while (scripted < count) {
            BatchReference batch = Batches.numbered(scripted++);
            partnerCenter.respond(batch, () -> Reply.describing(Batches.finished(batch.tracking())));
        }
        PackagedCommand command = new PackagedCommand(folder)
                .asking(partnerCenter)
                .jvm("-Xmx" + heap + "m")
                .forAtMost(Duration.ofMinutes(10))
                .input(IntStream.range(0, count)
                        .mapToObj(number -> Batches.numbered(number).toString())
                        .collect(Collectors.joining("\n")));
        Instant begun = Instant.now();
        Process process = command.start("status", "-", "--rate=none", "-o", "jsonl");
        long answers;
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            answers = lines.lines().filter(ManyReferences::isExpected).count();
        }
        int exitCode = process.waitFor();
        return new Result(
                exitCode, answers, Duration.between(begun, Instant.now()), Files.readString(folder.resolve("err")));
    }

    private static boolean isExpected(String line) {
        return line.contains("\"event\":\"observed\"") && line.contains("\"outcome\":\"allRegistered\"");
    }
}
