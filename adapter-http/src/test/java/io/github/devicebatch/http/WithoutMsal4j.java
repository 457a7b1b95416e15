package io.github.devicebatch.http;

import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.Partner;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;

/** A program: asks with a token of its own, and then wants the library to get one, for which MSAL4J may be missing. */
public final class WithoutMsal4j {

    private WithoutMsal4j() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl()).build()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            System.out.println(FaultRow.inWords(partnerCenter.batchStatus().ask(Batches.REFERENCE)));
        }
        try {
            AccessTokenSource.appOnly(
                    IdentityPlatform.at(PartnerCenterCloud.GLOBAL), Partner.APP, ClientSecret.of(Partner.SECRET));
        } catch (IllegalStateException missing) {
            System.out.println(missing.getMessage());
        }
    }
}
