package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerThreadsTest {

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @BeforeEach
    void know() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void leavesNoThreadBehind(@TempDir Path folder) throws Exception {
        for (int number = 0; number < 100; number++) {
            try (FakePartnerCenter another = FakePartnerCenter.start();
                    RawClient client = RawClient.of(another)) {
                assertThat(client.ask(Batches.REFERENCE).read(12)).isEqualTo("HTTP/1.1 404");
            }
        }
        assertThat(threads(folder.resolve("running")))
                .contains("fake-partner-center-" + partnerCenter.baseUrl().getPort());
        partnerCenter.close();
        assertThat(threads(folder.resolve("closed"))).doesNotContain("fake-partner-center-");
    }

    private static String threads(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(file);
    }
}
