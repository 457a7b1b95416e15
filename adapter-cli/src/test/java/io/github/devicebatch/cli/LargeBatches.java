package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Program that runs {@code status} and {@code wait} for several batches of very many devices at once, in a process with a small heap,
 * against a fake in this process. It exits with 1 if an answer is missing. {@code docs/reliability.md} describes how to run it.
 */
public final class LargeBatches {

    private static final String ROW = """
            {"serialNumber":"%06d","productKey":"00329-00000-0003-AA606","status":"finished_with_errors",\
            "errorCode":"808","errorDescription":"ZtdDeviceAssignedToOtherTenant"}""";

    private final FakePartnerCenter partnerCenter;
    private final Path folder;
    private final List<BatchReference> references;

    /**
     * Result of one run.
     *
     * @param answers the number of batches whose answer is complete
     * @param requests the number of requests that the fake has received
     * @param took the run time of the process
     * @param err its standard error
     */
    public record Result(int exitCode, long answers, long requests, Duration took, String err) {}

    /**
     * Creates the program.
     *
     * @param folder for files
     * @param batches the number of batches, at most as many as customers can be told apart
     * @param body the body of each answer
     */
    public LargeBatches(FakePartnerCenter partnerCenter, Path folder, int batches, HttpReply body) {
        this.partnerCenter = partnerCenter;
        this.folder = folder;
        this.references = IntStream.range(0, batches)
                .mapToObj(number ->
                        new BatchReference(CustomerId.parse(new UUID(0, number).toString()), Batches.TRACKING))
                .toList();
        references.forEach(batch -> partnerCenter.respond(batch, () -> body));
    }

    /** Runs with the number of batches, 16 by default, that of devices, 100,000, and the maximum heap in MiB, 512. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int batches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
        int devices = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int heap = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 512;
        HttpReply body = answer(devices);
        System.out.printf(
                Locale.ROOT, "%d batches of %,d devices, %,d bytes each%n", batches, devices, body.body().length);
        boolean complete = true;
        for (Scenario scenario : Scenario.values()) {
            try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
                HttpReply reply = scenario.isChunked ? body.chunked(1 << 16) : body;
                var program = new LargeBatches(partnerCenter, Files.createTempDirectory("large"), batches, reply);
                complete &= program.print(scenario, program.run(heap, scenario.command, scenario.concurrency));
            }
        }
        System.exit(complete ? 0 : 1);
    }

    /** What is run, and how the service answers. */
    private enum Scenario {
        STATUS("status", 8, false),
        STATUS_OF_ALL_AT_ONCE("status", 16, true),
        WAIT("wait", 8, true),
        WAIT_FOR_ALL_AT_ONCE("wait", 16, false);

        private final String command;
        private final int concurrency;
        private final boolean isChunked;

        Scenario(String command, int concurrency, boolean isChunked) {
            this.command = command;
            this.concurrency = concurrency;
            this.isChunked = isChunked;
        }
    }

    private boolean print(Scenario scenario, Result result) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d at once, %s: exit code %d, %d answers, %d requests, %.1f s%n",
                scenario.command,
                scenario.concurrency,
                scenario.isChunked ? "without length" : "with length",
                result.exitCode(),
                result.answers(),
                result.requests(),
                result.took().toMillis() / 1_000.0);
        boolean isComplete = result.answers() == references.size();
        if (!isComplete) {
            System.out.println("MISSED: " + result.err());
        }
        return isComplete;
    }

    /** Returns an answer with devices that have all failed, so that every format lists them. */
    public static HttpReply answer(int devices) {
        return Reply.json(
                200,
                IntStream.range(0, devices)
                        .mapToObj(number -> String.format(Locale.ROOT, ROW, number))
                        .collect(Collectors.joining(
                                ",",
                                "{\"batchTrackingId\":\"" + Batches.TRACKING
                                        + "\",\"status\":\"finished_with_errors\",\"devicesStatus\":[",
                                "]}")));
    }

    /** Runs the command for all batches, in a process with a heap of {@code heap} MiB, and reads its JSON lines. */
    public Result run(int heap, String command, int concurrency) throws IOException, InterruptedException {
        PackagedCommand packaged = new PackagedCommand(folder)
                .asking(partnerCenter)
                .jvm("-Xmx" + heap + "m")
                .forAtMost(Duration.ofMinutes(10))
                .input(references.stream().map(BatchReference::toString).collect(Collectors.joining("\n")));
        Instant begun = Instant.now();
        String event = command.equals("wait") ? "\"event\":\"finished\"" : "\"event\":\"observed\"";
        Process process = packaged.start(
                command, "-", "--rate=none", "-o", "jsonl", "--concurrency", Integer.toString(concurrency));
        long answers;
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            answers = lines.lines()
                    .filter(line -> line.contains(event) && line.contains("\"outcome\":\"allFailed\""))
                    .count();
        }
        int exitCode = process.waitFor();
        return new Result(
                exitCode,
                answers,
                partnerCenter.requestCount(),
                Duration.between(begun, Instant.now()),
                Files.readString(folder.resolve("err")));
    }
}
