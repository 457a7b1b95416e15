package io.github.devicebatch.http;

import com.sun.management.ThreadMXBean;
import io.github.devicebatch.http.json.BodyDecoder;
import io.github.devicebatch.testkit.Batches;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What decoding allocates, beside a plain binding of records by Yasson. The JVM counts the bytes exactly. */
final class DecodingCost {

    private static final int WARM_UP = 50;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DecodingCost() {}

    /** The body as records, which is what Yasson binds without any code of ours. */
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

    /** Prints the bytes of one call, for each number of devices. */
    static void print() {
        var decoder = new BodyDecoder();
        Jsonb plain = JsonbBuilder.create();
        System.out.println("decoding, devices: bytes a call by devicebatch, by Yasson into records");
        for (int devices : List.of(1, 1_000, 10_000)) {
            byte[] body = answer(devices);
            long ours = bytes(decoder::status, body);
            long records = bytes(json -> plain.fromJson(new String(json, StandardCharsets.UTF_8), Details.class), body);
            System.out.printf(
                    "decoding, %d: %,d (%.0f a device), %,d (%.0f a device)%n",
                    devices, ours, (double) ours / devices, records, (double) records / devices);
        }
    }

    private static long bytes(Function<byte[], Object> decoder, byte[] body) {
        for (int call = 0; call < WARM_UP; call++) {
            decoder.apply(body);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Object decoded = decoder.apply(body);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (decoded.equals(body)) {
            throw new IllegalStateException("not decoded");
        }
        return allocated;
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
