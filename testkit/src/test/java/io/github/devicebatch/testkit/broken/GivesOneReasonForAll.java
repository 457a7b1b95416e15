package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.FakeBatchWorld;

/** Knows that it was refused, and not why. */
@Breaks("BSQ-12")
class GivesOneReasonForAll implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return FakeBatchWorld.around(GivesOneReasonForAll::around);
    }

    private static BatchStatusQuery around(BatchStatusQuery right) {
        return batch -> {
            BatchStatusAnswer answer = right.ask(batch);
            return answer instanceof Refused ? Answers.refused(RefusalReason.REJECTED) : answer;
        };
    }
}
