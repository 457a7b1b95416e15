package io.github.devicebatch.testkit.broken;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.BatchStatusQueryContract;
import io.github.devicebatch.testkit.BatchWorld;
import io.github.devicebatch.testkit.PartnerCenterWorld;
import io.github.devicebatch.testkit.plain.PlainQuery;
import java.net.URI;

/** Finds nothing in what it does not understand. */
@Breaks("BSQ-16")
class TakesNonsenseForNotFound implements BatchStatusQueryContract {

    @Override
    public BatchWorld newWorld() {
        return PartnerCenterWorld.asking(Broken::new, query -> query);
    }

    private static final class Broken extends PlainQuery {

        Broken(URI baseUrl, String token) {
            super(baseUrl, token);
        }

        @Override
        protected BatchStatusAnswer unreadable() {
            return Answers.notFound();
        }
    }
}
