package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.net.URI;

/** The text that the library creates from a token source: by its objects, answers and exceptions. */
public final class LibraryOutput {

    private final StringBuilder text = new StringBuilder();

    private LibraryOutput() {}

    /** Returns the text of the source, of a query with it, and of its exception. */
    public static String of(AccessTokenSource source, IdentityPlatform platform, URI partnerCenter)
            throws InterruptedException {
        var time = ManualTime.start();
        LibraryOutput output = new LibraryOutput();
        output.text.append(source).append(platform);
        try (PartnerCenter opened = PartnerCenter.at(partnerCenter)
                .tokens(source)
                .time(time, time)
                .listener((batch, attempt, answer, untilNext) -> output.text.append(answer))
                .build()) {
            output.text.append(opened).append(opened.batchStatus().ask(Batches.REFERENCE));
        }
        output.addToken(source);
        return output.text.toString();
    }

    private void addToken(AccessTokenSource source) throws InterruptedException {
        try {
            text.append(source.token());
        } catch (AccessTokenException none) {
            text.append(LeakedSecrets.stackTrace(none));
        }
    }
}
