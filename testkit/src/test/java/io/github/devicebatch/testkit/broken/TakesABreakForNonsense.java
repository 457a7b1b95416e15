package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.PartnerCenterWorld;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;

/** Judges the part of an answer that arrived. */
@Breaks("BSQ-17")
class TakesABreakForNonsense implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return PartnerCenterWorld.asking(Broken::new, query -> query);
    }

    private static final class Broken extends PlainQuery {

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
        }

        @Override
        protected BatchStatusAnswer brokenOff() {
            return Answers.unreadable();
        }
    }
}
