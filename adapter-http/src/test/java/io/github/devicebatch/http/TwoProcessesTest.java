package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes use one refresh token file. Each exchange invalidates the old token, so a lost token would
 * be noticed.
 */
@Timeout(120)
@ExtendWith(FakePartnerCenterExtension.class)
public class TwoProcessesTest {

    private static final int ROTATIONS = 25;

    @TempDir
    private Path folder;

    @Test
    void doNotLoseTheNewestToken(FakePartnerCenter fake) throws IOException, InterruptedException {
        fake.tokens().publicClient(RegisteredApp.CLIENT_ID);
        RefreshTokenFile file =
                RegisteredApp.store(folder, fake.tokens().refresh().issue(RegisteredApp.CLIENT_ID));
        List<Process> processes = new ArrayList<>();
        List<File> outputs =
                List.of(folder.resolve("one").toFile(), folder.resolve("other").toFile());
        for (File output : outputs) {
            processes.add(RotatingProcess.exchanging(fake.baseUrl(), file, ROTATIONS, output));
        }
        for (int index = 0; index < processes.size(); index++) {
            assertThat(processes.get(index).waitFor())
                    .as(outputs.get(index).toString())
                    .isZero();
        }
        assertThat(fake.tokens().requests("refresh_token")).isEqualTo(2 * ROTATIONS);
        assertThat(fake.tokens().refresh().current())
                .containsExactly(RegisteredApp.stored(file).strip());
    }
}
