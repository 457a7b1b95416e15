package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.Kills;
import io.github.devicebatch.cli.ManyReferences;
import io.github.devicebatch.cli.support.Kill;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code docs/reliability.md}, on a small scale, as far as they don't measure time. */
class ManyIT {

    @TempDir
    private Path folder;

    /** A fifth of the 100,000 that are promised, in much less than a fifth of their 256 MiB: the answers alone would fill it. */
    @Test
    void twentyThousandReferencesNeedLittleMemory() throws Exception {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start()) {
            ManyReferences.Asked asked = new ManyReferences(partnerCenter, folder).ask(20_000, 28);

            assertThat(asked.err()).isEmpty();
            assertThat(asked.exitCode()).isZero();
            assertThat(asked.answers()).isEqualTo(20_000);
        }
    }

    /** That it is gone in time is not for a build to say, and neither what it left out because it was not given the time. */
    @Test
    void twelveKillsLeaveNothingBehindThatTheyShouldNot() throws Exception {
        List<Kill.Killed> killed = Kills.run(folder, 12, 1);

        assertThat(killed).hasSize(12).allSatisfy(one -> assertThat(one.wrong()).isEmpty());
        assertThat(killed.stream().filter(one -> one.took().compareTo(GracefulShutdown.GRACE_PERIOD) < 0))
                .anyMatch(Kill.Killed::asked)
                .allSatisfy(one -> assertThat(one.missing()).isEmpty());
    }
}
