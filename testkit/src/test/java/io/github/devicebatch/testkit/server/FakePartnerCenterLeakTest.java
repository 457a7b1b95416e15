package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.RawClient;
import io.github.devicebatch.testkit.support.Submitter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FakePartnerCenterLeakTest {

    private static final int SERVERS = 1_000;
    private static final int WARM_UP = 20;
    private static final String SILENT = """
            {"batches": [{"customer": "%s", "tracking": "%s", "replies": [{"connection": "silence"}]}]}\
            """.formatted(Batches.CUSTOMER, Batches.TRACKING);

    @TempDir
    private Path folder;

    @Test
    void leavesNoThreadPortOrFile() throws Exception {
        Path scenario = Files.writeString(folder.resolve("scenario.json"), SILENT);
        run(WARM_UP, scenario);
        assertThat(fakeThreads()).isEmpty();
        long descriptors = descriptors();
        int platformThreads = ManagementFactory.getThreadMXBean().getThreadCount();

        run(SERVERS, scenario);

        assertThat(fakeThreads()).isEmpty();
        assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - platformThreads)
                .as("additional platform threads")
                .isLessThan(SERVERS / 10);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(scenario, folder.resolve("threads"));
        }
    }

    @Test
    void detectsThreadsAndPorts() throws IOException {
        long descriptors = descriptors();
        try (FakePartnerCenter left = FakePartnerCenter.start()) {
            assertThat(fakeThreads())
                    .anyMatch(line -> line.contains(
                            "fake-partner-center-" + left.baseUrl().getPort()));
            assertThat(descriptors()).isGreaterThan(descriptors);
        }
    }

    /** Runs fakes that are closed after an upload, while another client waits for a response. */
    private static void run(int servers, Path scenario) throws IOException, InterruptedException {
        for (int server = 0; server < servers; server++) {
            FakePartnerCenter fake = FakePartnerCenter.start(ManualTime.start());
            try (RawClient waiting = RawClient.of(fake)) {
                use(fake, waiting, scenario);
                assertThat(waiting.readAll()).as("bytes after the close").isEmpty();
            }
        }
    }

    private static void use(FakePartnerCenter fake, RawClient waiting, Path scenario)
            throws IOException, InterruptedException {
        try (fake;
                RawClient client = RawClient.of(fake)) {
            fake.control().magicBatches(true);
            fake.control().load(scenario);
            waiting.requestStatus(Batches.REFERENCE);
            client.send(submit());
            assertThat(client.readResponse()).startsWith("HTTP/1.1 202 Accepted");
            assertThat(fake.awaitRequests(2, Duration.ofSeconds(30))).isTrue();
        }
    }

    private static String submit() {
        String body = Submitter.newBatch("one", Submitter.device("SN-1"));
        return RawClient.statusRequest("POST", Batches.REFERENCE, "HTTP/1.1")
                        .replace(Client.path(Batches.REFERENCE), Submitter.path())
                        .replace(
                                "\r\n\r\n",
                                "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n")
                + body;
    }

    private List<String> fakeThreads() throws IOException {
        Path dump = folder.resolve("threads");
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.contains("fake-partner-center-")).toList();
        }
    }

    private static long descriptors() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getOpenFileDescriptorCount();
    }
}
