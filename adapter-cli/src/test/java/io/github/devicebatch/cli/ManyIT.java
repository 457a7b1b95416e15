package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.KilledWait;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code docs/reliability.md} on a small scale, without assertions about time. */
@ExtendWith(FakePartnerCenterExtension.class)
class ManyIT {

    /** The time that a command has to shut down after a signal. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofMillis(1_200);

    @TempDir
    private Path folder;

    /** A fifth of the documented 100,000 references, in a heap that could not hold their answers. */
    @Test
    void twentyThousandReferencesNeedLittleMemory(FakePartnerCenter partnerCenter) throws Exception {
        ManyReferences.Result result = new ManyReferences(partnerCenter, folder).run(20_000, 28);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.answers()).isEqualTo(20_000);
    }

    /** A slow machine may end a process before its output is complete: that is checked only if it ended in time. */
    @Test
    void twelveSignalsLeaveCompleteOutput() throws Exception {
        List<KilledWait.Killed> killed = Kills.run(folder, 12, 1);

        assertThat(killed).hasSize(12).allSatisfy(one -> assertThat(one.wrong()).isEmpty());
        assertThat(killed.stream().filter(one -> one.took().compareTo(SHUTDOWN_TIMEOUT) < 0))
                .anyMatch(KilledWait.Killed::requestSent)
                .allSatisfy(one -> assertThat(one.missing()).isEmpty());
    }
}
