package io.github.devicebatch.http;

import io.github.devicebatch.http.json.BodyDecoderFuzzTest;
import io.github.devicebatch.http.json.Utf8JsonParserFuzzTest;
import io.github.devicebatch.http.support.FaultTable;
import io.github.devicebatch.http.support.FuzzTarget;
import io.github.devicebatch.http.support.TargetReport;
import io.github.devicebatch.http.transport.RetryAfterFuzzTest;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that runs the fuzz tests of this module with millions of inputs: their own, the documented example and the replies of
 * the fault table, changed at random. Unlike Jazzer it is not guided by coverage, but about a hundred times as fast. It exits
 * with 1 if a test fails or an input takes long. How to run it: {@code docs/reliability.md}.
 */
final class MutationFuzz {

    private static final long MAX_NANOS = 500_000_000;

    private MutationFuzz() {}

    /** Runs the program. Arguments: the number of inputs in all, by default 10,000,000, and the seed. */
    public static void main(String[] arguments) {
        long inputs = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        List<FuzzTarget> targets = targets();
        targets.forEach(target -> target.run(inputs / 200, seed - 1));
        Map<String, Boolean> met = new LinkedHashMap<>();
        for (FuzzTarget target : targets) {
            FuzzTarget.Result result = target.run(Math.ceilDiv(inputs, targets.size()), seed);
            print(result);
            met.put(result.name() + " accepts each input", result.findings().isEmpty());
            met.put(result.name() + " takes less than 0.5 s for each input", result.longestNanos() < MAX_NANOS);
        }
        TargetReport.exit(met);
    }

    private static void print(FuzzTarget.Result result) {
        System.out.println(result);
        for (FuzzTarget.Finding finding : result.findings()) {
            System.out.println(Base64.getEncoder().encodeToString(finding.input()));
            finding.thrown().printStackTrace(System.out);
        }
        if (result.longestNanos() >= MAX_NANOS) {
            System.out.println("slow: " + Base64.getEncoder().encodeToString(result.longest()));
        }
    }

    /** Returns the fuzz tests of this module. */
    static List<FuzzTarget> targets() {
        var decoder = new BodyDecoderFuzzTest();
        return List.of(
                FuzzTarget.of(ExchangeFuzzTest.class, "response", new ExchangeFuzzTest()::response, exchanges()),
                FuzzTarget.of(BodyDecoderFuzzTest.class, "answer", decoder::answer, bodies()),
                FuzzTarget.of(BodyDecoderFuzzTest.class, "fault", decoder::fault, bodies()),
                FuzzTarget.of(
                        Utf8JsonParserFuzzTest.class,
                        "agreesWithParsson",
                        new Utf8JsonParserFuzzTest()::agreesWithParsson,
                        bodies()),
                FuzzTarget.of(RetryAfterFuzzTest.class, "headers", new RetryAfterFuzzTest()::headers, Stream.empty()),
                FuzzTarget.of(BatchReferenceFuzzTest.class, "text", new BatchReferenceFuzzTest()::text, Stream.empty()),
                FuzzTarget.of(
                        ProxySettingsFuzzTest.class,
                        "environment",
                        new ProxySettingsFuzzTest()::environment,
                        Stream.empty()));
    }

    private static Stream<HttpReply> replies() {
        Stream<Reply> faults = FaultTable.replies().map(row -> row.reply().orElseThrow());
        Stream<Reply> statuses = Stream.of(200, 201, 302, 401, 403, 404, 408, 429, 500, 503)
                .map(status -> Reply.fault(status, "900421", "No \"such\" thing"));
        return Stream.concat(faults, statuses)
                .filter(HttpReply.class::isInstance)
                .map(HttpReply.class::cast);
    }

    private static Stream<byte[]> bodies() {
        return Stream.concat(
                Stream.of(Batches.documentedExampleJson()), replies().map(HttpReply::body));
    }

    /** Returns replies as {@code ScriptedExchange.of} reads them. */
    private static Stream<byte[]> exchanges() {
        return replies().map(reply -> {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes((reply.status() + "\n").getBytes(StandardCharsets.US_ASCII));
            reply.headers()
                    .forEach(header -> bytes.writeBytes(
                            (header.name() + ": " + header.value() + "\n").getBytes(StandardCharsets.UTF_8)));
            bytes.writeBytes("Retry-After: 4.5, 2\n\n".getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(reply.body());
            return bytes.toByteArray();
        });
    }
}
