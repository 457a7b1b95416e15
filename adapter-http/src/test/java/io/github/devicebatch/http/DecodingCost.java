package io.github.devicebatch.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.sun.management.ThreadMXBean;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.testkit.Batches;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What decoding costs, beside a plain binding of records by Yasson and by Jackson. Ratios are those to Jackson in the same run. The
 * JVM counts the bytes exactly.
 */
final class DecodingCost {

    private static final String BASELINE = "records by Jackson databind";
    private static final int ROUNDS = 20;
    private static final int DEVICES_OF_ROUND = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DecodingCost() {}

    /** A decoder of a body. */
    @FunctionalInterface
    private interface Decoder {

        Object decode(byte[] body) throws IOException;
    }

    /** The body as records, which is what Yasson and Jackson bind without any code of ours. */
    public record Details(
            String batchTrackingId,
            String status,
            String startedTime,
            String completedTime,
            List<Device> devicesStatus) {}

    /** A row of the body. */
    public record Device(
            String deviceId,
            String serialNumber,
            String productKey,
            String status,
            String errorCode,
            String errorDescription) {}

    /** A program of its own, too. */
    public static void main(String[] arguments) throws IOException {
        print();
    }

    /** Prints, for each number of devices and each decoder, the bytes of one call and the CPU time of a device, with ratios. */
    static void print() throws IOException {
        System.out.println(
                "decoding, devices, decoder: bytes a call, ratio, bytes a device, ns of CPU time a device, ratio");
        for (int devices : List.of(1, 1_000, 10_000)) {
            byte[] body = answer(devices);
            Map<String, Decoder> decoders = decoders();
            Map<String, double[]> nanos = nanos(decoders, body, devices);
            long baseline = bytes(decoders.get(BASELINE), body);
            for (String name : decoders.keySet()) {
                long bytes = bytes(decoders.get(name), body);
                System.out.printf(
                        "decoding, %d, %s: %,d, %.2f, %d, %.0f, %.2f%n",
                        devices,
                        name,
                        bytes,
                        bytes / (double) baseline,
                        bytes / devices,
                        median(nanos.get(name)),
                        median(ratios(nanos.get(name), nanos.get(BASELINE))));
            }
        }
    }

    private static double[] ratios(double[] rounds, double[] baseline) {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> rounds[round] / baseline[round])
                .toArray();
    }

    private static double median(double[] rounds) {
        return Arrays.stream(rounds).sorted().toArray()[ROUNDS / 2];
    }

    private static Map<String, Decoder> decoders() {
        var devicebatch = new BodyDecoder();
        Jsonb yasson = JsonbBuilder.create();
        ObjectReader jackson = new ObjectMapper().readerFor(Details.class);
        Map<String, Decoder> decoders = new LinkedHashMap<>();
        decoders.put("devicebatch", devicebatch::status);
        decoders.put("records by Yasson", body -> yasson.fromJson(new ByteArrayInputStream(body), Details.class));
        decoders.put(BASELINE, jackson::readValue);
        return decoders;
    }

    /** Returns the times of the rounds, in which the decoders take turns, behind as many to warm up. */
    private static Map<String, double[]> nanos(Map<String, Decoder> decoders, byte[] body, int devices)
            throws IOException {
        Map<String, double[]> rounds = new HashMap<>();
        List<String> order = new ArrayList<>(decoders.keySet());
        int calls = Math.max(1, DEVICES_OF_ROUND / devices);
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            Collections.rotate(order, 1);
            for (String name : order) {
                double nanos = nanos(decoders.get(name), body, calls) / devices;
                rounds.computeIfAbsent(name, key -> new double[ROUNDS])[Math.max(0, round)] = nanos;
            }
        }
        return rounds;
    }

    private static double nanos(Decoder decoder, byte[] body, int calls) throws IOException {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int call = 0; call < calls; call++) {
            requireDecoded(decoder.decode(body), body);
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / (double) calls;
    }

    private static long bytes(Decoder decoder, byte[] body) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Object decoded = decoder.decode(body);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        requireDecoded(decoded, body);
        return allocated;
    }

    /** Keeps the compiler from leaving the decoding out. */
    private static void requireDecoded(Object decoded, byte[] body) {
        if (decoded.equals(body)) {
            throw new IllegalStateException("not decoded");
        }
    }

    /** Returns the body of an answer, whose devices have four members or five. */
    static byte[] answer(int devices) {
        return IntStream.range(0, devices)
                .mapToObj(DecodingCost::row)
                .collect(Collectors.joining(
                        ",",
                        "{\"batchTrackingId\":\"" + Batches.TRACKING + "\",\"status\":\"finished\","
                                + "\"startedTime\":\"2017-07-25T10:00:00\",\"completedTime\":\"2017-07-25T10:09:00\","
                                + "\"devicesStatus\":[",
                        "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int device) {
        return device % 10 == 0
                ? "{\"serialNumber\":\"%06d\",\"productKey\":\"00329-00000-0003-AA606\",\"status\":\"finished_with_errors\","
                                .formatted(device)
                        + "\"errorCode\":\"808\",\"errorDescription\":\"ZtdDeviceAssignedToOtherTenant\"}"
                : ("{\"deviceId\":\"%08d-426e-4dc9-b58a-9d3f1f4a1d2b\",\"serialNumber\":\"%06d\","
                                + "\"productKey\":\"00329-00000-0003-AA606\",\"status\":\"finished\"}")
                        .formatted(device, device);
    }
}
