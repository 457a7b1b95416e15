package io.github.devicebatch.cli.support;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.util.List;
import java.util.Optional;

/** Answer in which each text contains control characters or a formula. */
public final class HostileAnswer {

    public static final String CLEARS_THE_SCREEN = "\u001b[2J";
    public static final String CSI = "\u009b2J";
    static final String TURNS_ROUND = "\u202e";
    public static final String FORMULA = "=HYPERLINK(\"http://example.com\")";

    private HostileAnswer() {}

    public static Found answer() {
        DeviceStatus device = new DeviceStatus(
                Optional.of("+" + CSI),
                Optional.of(FORMULA),
                Optional.of(ProductKey.of("-" + TURNS_ROUND)),
                DeviceState.of("finished_with_errors"),
                Optional.of(DeviceError.of("@8\t08", "\tName" + CLEARS_THE_SCREEN)));
        return Answers.found(new BatchStatus(
                Batches.TRACKING,
                BatchState.of("done\r\n" + CLEARS_THE_SCREEN),
                Optional.empty(),
                Optional.empty(),
                List.of(device),
                List.of("remark " + TURNS_ROUND)));
    }
}
