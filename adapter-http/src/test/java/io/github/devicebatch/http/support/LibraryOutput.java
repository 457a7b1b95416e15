package io.github.devicebatch.http.support;

import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AccessTokenSource;
import io.github.devicebatch.http.IdentityPlatform;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.net.URI;

/** Everything that the library says to whoever asks with a source of tokens. */
public final class LibraryOutput {

    private final StringBuilder words = new StringBuilder();

    private LibraryOutput() {}

    /** What is said of the source, of a question asked with it, and by the exception that it throws. */
    public static String by(AccessTokenSource source, IdentityPlatform platform, URI partnerCenter)
            throws InterruptedException {
        var time = ManualTime.start();
        LibraryOutput told = new LibraryOutput();
        told.words.append(source).append(platform);
        try (PartnerCenter asked = PartnerCenter.at(partnerCenter)
                .tokens(source)
                .time(time, time)
                .listener((batch, attempt, answer, untilNext) -> told.words.append(answer))
                .build()) {
            told.words.append(asked).append(asked.batchStatus().ask(Batches.REFERENCE));
        }
        told.askDirectly(source);
        return told.words.toString();
    }

    private void askDirectly(AccessTokenSource source) throws InterruptedException {
        try {
            words.append(source.token());
        } catch (AccessTokenException none) {
            words.append(LeakedSecrets.stackTrace(none));
        }
    }
}
