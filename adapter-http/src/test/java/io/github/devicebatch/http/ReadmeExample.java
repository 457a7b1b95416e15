package io.github.devicebatch.http;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.domain.BatchReference;

/** The example of the README, which the build compiles. */
final class ReadmeExample {

    private ReadmeExample() {}

    static void printStatus(String location, String token) throws InterruptedException {
        // example: begin
        BatchReference batch = BatchReference.parse(location); // customer/tracking, the upload's Location, or its URL
        AccessTokenSource tokens = AccessTokenSource.fixed(AccessToken.of(token));
        try (PartnerCenter partnerCenter =
                PartnerCenter.at(PartnerCenterCloud.GLOBAL).tokens(tokens).build()) {
            switch (partnerCenter.batchStatus().ask(batch)) {
                case Found found -> System.out.println(found.status().outcome());
                case NotFound notFound -> System.out.println("no such batch; " + notFound.fault());
                case Refused refused -> System.out.println(refused.reason() + "; " + refused.fault());
                case Unavailable unavailable -> System.out.println("retry later; " + unavailable.detail());
                case Unreadable unreadable -> System.out.println("not understood; " + unreadable.why());
            }
        }
        // example: end
    }
}
