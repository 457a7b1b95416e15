package io.github.devicebatch.cli.wait;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;

/**
 * Query for a token source that is read again, such as a file that another program renews. Once a token was accepted, a source that
 * has no new one may have it later: the refusal becomes a failure of this program that may pass. A refusal by Partner Center or the
 * identity platform stays one. Thread-safe.
 */
public final class TokenWaitingQuery implements BatchStatusQuery {

    private final BatchStatusQuery query;
    private volatile boolean accepted;

    public TokenWaitingQuery(BatchStatusQuery query) {
        this.query = query;
    }

    @Override
    public BatchStatusAnswer ask(BatchReference batch) throws InterruptedException {
        BatchStatusAnswer answer = query.ask(requireNonNull(batch, "batch"));
        if (answer instanceof Refused refused && refused.reason() == RefusalReason.UNAUTHENTICATED) {
            return accepted && refused.party() == Party.CLIENT ? withoutNewToken(refused) : refused;
        }
        if (showsAcceptedToken(answer)) {
            accepted = true;
        }
        return answer;
    }

    private static boolean showsAcceptedToken(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> true;
            case NotFound notFound -> true;
            case Refused refused -> refused.party() == Party.PARTNER_CENTER;
            case Unavailable unavailable -> false;
            case Unreadable unreadable -> false;
        };
    }

    private static Unavailable withoutNewToken(Refused refused) {
        String detail = refused.fault().description().map(text -> ": " + text).orElse("");
        return new Unavailable(
                UnavailabilityCause.FAILING,
                Party.CLIENT,
                "the access token has expired and there is no new one yet" + detail,
                Optional.empty(),
                refused.trace());
    }
}
