package io.github.devicebatch.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.devicebatch.testkit.Batches;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Allocation is counted by the JVM to the byte, so it may be asserted where a time may not. */
class DecodingAllocationTest {

    private static final int DEVICES = 100_000;
    private static final int MOST_BYTES_A_DEVICE = 1_000;

    private final BodyDecoder decoder = new BodyDecoder(16 << 20);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void decodesALongAnswerWithinAThousandBytesADevice() {
        byte[] body = answerWith(DEVICES);
        assertThat(body.length).as("fits into what is read").isLessThan(16 << 20);
        long before = allocated();

        int devices = decoder.status(body).devices().size();

        long allocated = allocated() - before;
        assertThat(devices).isEqualTo(DEVICES);
        assertThat(allocated / DEVICES).as("bytes a device").isPositive().isLessThanOrEqualTo(MOST_BYTES_A_DEVICE);
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    private static byte[] answerWith(int devices) {
        return IntStream.range(0, devices)
                .mapToObj("""
                        {"serialNumber":"%06d","productKey":"00329-00000-0003-AA606","status":"finished_with_errors",\
                        "errorCode":"808","errorDescription":"ZtdDeviceAssignedToOtherTenant"}"""::formatted)
                .collect(Collectors.joining(
                        ",",
                        "{\"batchTrackingId\":\"" + Batches.TRACKING + "\",\"status\":\"finished\",\"devicesStatus\":[",
                        "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
