package io.github.devicebatch.http.support;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** Resources of this JVM: platform threads, file descriptors, and heap after garbage collection. */
public record ResourceUsage(int threads, long descriptors, long heap) {

    private static final int TIMEOUT_SECONDS = 60;

    public static ResourceUsage now() {
        System.gc();
        return new ResourceUsage(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                descriptorsOpen(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /**
     * Waits until the usage is not above {@code before}, at most a minute. Idle threads of the JDK's pools end
     * after some time.
     */
    public static ResourceUsage settledTo(ResourceUsage before) throws InterruptedException {
        ResourceUsage now = now();
        for (int second = 0; second < TIMEOUT_SECONDS && !now.isBackTo(before); second++) {
            Thread.sleep(1_000);
            now = now();
        }
        return now;
    }

    public boolean isBackTo(ResourceUsage before) {
        return threads <= before.threads && descriptors <= before.descriptors;
    }

    private static long descriptorsOpen() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
    }

    @Override
    public String toString() {
        return "%d threads, %d file descriptors, %.1f MiB of heap".formatted(threads, descriptors, heap / 1048576.0);
    }
}
