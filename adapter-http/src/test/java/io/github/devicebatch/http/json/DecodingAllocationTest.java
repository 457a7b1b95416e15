package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.devicebatch.testkit.Batches;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allocation is counted by the JVM to the byte, so it may be asserted where a time may not. */
class DecodingAllocationTest {

    private static final int MAX_BYTES_PER_DEVICE = 500;
    private static final int MAX_BYTES_WITHOUT_REPETITION = 570;

    private final BodyDecoder decoder = new BodyDecoder();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Decodes once before, because the first call loads classes. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void allocatesAtMostFiveHundredBytesPerDevice(int count) {
        byte[] body = answerWith(count);
        assertThat(body.length).as("fits into what is read").isLessThan(16 << 20);
        decoder.status(answerWith(1));
        long before = allocated();

        int devices = decoder.status(body).devices().size();

        long allocated = allocated() - before;
        assertThat(devices).isEqualTo(count);
        assertThat(allocated / count).as("bytes a device").isPositive().isLessThanOrEqualTo(MAX_BYTES_PER_DEVICE);
    }

    /** Every member is there, and only the state repeats. So the count includes five strings of each device. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void allocatesLittleMoreForRowsWithoutRepetition(int count) {
        String row = """
                {"deviceId":"%1$08d-426e-4dc9-b58a-9d3f1f4a1d2b","serialNumber":"%1$06d","productKey":"00329-00000-%1$06d-AA606",\
                "status":"finished_with_errors","errorCode":"%1$06d","errorDescription":"%1$06d"}""";
        byte[] body = answer(count, row);
        decoder.status(answer(1, row));
        long before = allocated();

        int devices = decoder.status(body).devices().size();

        long allocated = allocated() - before;
        assertThat(devices).isEqualTo(count);
        assertThat(allocated / count)
                .as("bytes a device")
                .isPositive()
                .isLessThanOrEqualTo(MAX_BYTES_WITHOUT_REPETITION);
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    private static byte[] answerWith(int devices) {
        return answer(devices, """
                {"serialNumber":"%06d","productKey":"00329-00000-0003-AA606","status":"finished_with_errors",\
                "errorCode":"808","errorDescription":"ZtdDeviceAssignedToOtherTenant"}""");
    }

    private static byte[] answer(int devices, String row) {
        return IntStream.range(0, devices)
                .mapToObj(row::formatted)
                .collect(Collectors.joining(
                        ",",
                        "{\"batchTrackingId\":\"" + Batches.TRACKING + "\",\"status\":\"finished\",\"devicesStatus\":[",
                        "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
