package io.github.devicebatch.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.DeviceTally;
import io.github.devicebatch.testkit.Devices;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

    private final ProgressText text = new ProgressText(
            20,
            50,
            "done",
            "18 all registered, 2 some failed",
            "25 processing, 5 queued",
            new DeviceTally(900, 30, 70),
            "failed: 18 × 808, 12 × 806",
            "9.6 batches/min, about 3m left",
            "next poll in 23s");

    @Test
    void aLineHasEverything() {
        assertThat(text.line())
                .isEqualTo("20 of 50 batches done (40%): 18 all registered, 2 some failed; 25 processing, 5 queued;"
                        + " 930 of 1000 devices (93%); failed: 18 × 808, 12 × 806; 9.6 batches/min, about 3m left;"
                        + " next poll in 23s");
    }

    @Test
    void theSummaryHasWhatChangesWithAnswers() {
        assertThat(text.summary())
                .isEqualTo("20 of 50 batches done (40%): 18 all registered, 2 some failed; 25 processing, 5 queued;"
                        + " 930 of 1000 devices (93%); failed: 18 × 808, 12 × 806");
    }

    @Test
    void linesHaveASubjectEach() {
        assertThat(text.lines("2m 05s", 79))
                .containsExactly(
                        "2m 05s  20 of 50 batches done (40%); 930 of 1000 devices (93%)",
                        "  18 all registered, 2 some failed; 25 processing, 5 queued",
                        "  failed: 18 × 808, 12 × 806",
                        "  9.6 batches/min, about 3m left; next poll in 23s");
    }

    @Test
    void longLinesAreBrokenBetweenWords() {
        assertThat(text.lines("2m 05s", 40))
                .containsExactly(
                        "2m 05s  20 of 50 batches done (40%); 930",
                        "of 1000 devices (93%)",
                        "  18 all registered, 2 some failed; 25",
                        "  processing, 5 queued",
                        "  failed: 18 × 808, 12 × 806",
                        "  9.6 batches/min, about 3m left; next",
                        "  poll in 23s");
    }

    @Test
    void emptyPartsAreLeftOut() {
        ProgressText begin = new ProgressText(0, 1, "answered", "", "", DeviceTally.ZERO, "", "", "");

        assertThat(begin.line()).isEqualTo("0 of 1 batch answered (0%)");
        assertThat(begin.lines("0s", 79)).containsExactly("0s  0 of 1 batch answered (0%)");
        assertThat(text.withoutNext().details(79))
                .containsExactly("  failed: 18 × 808, 12 × 806", "  9.6 batches/min, about 3m left");
    }

    @Test
    void failuresAreCountedByCodeElseByName() {
        FailureCounts failures = new FailureCounts();

        assertThat(failures.text()).isEmpty();

        failures.add(List.of(Devices.failed("SN-1", "806", "ZtdDeviceAlreadyAssigned")));
        failures.add(List.of(Devices.assignedToOtherTenant("SN-2"), Devices.assignedToOtherTenant("SN-3")));

        assertThat(failures.text()).isEqualTo("failed: 2 × 808, 1 × 806");

        failures.add(List.of(
                Devices.failed("SN-4", "801", "A"),
                Devices.failed("SN-5", "802", "B"),
                Devices.failed("SN-6", "803", "C")));

        assertThat(failures.text()).startsWith("failed: 2 × 808, 1 × ").endsWith(", …");
    }
}
