package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.FakePartnerCenter;
import java.nio.file.Path;
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

    @Test
    void twelveKillsLeaveNothingBehindThatTheyShouldNot() throws Exception {
        assertThat(Kills.run(folder, 12, 1))
                .hasSize(12)
                .allSatisfy(killed -> assertThat(killed.objections()).isEmpty())
                .anyMatch(Kill.Killed::asked);
    }
}
