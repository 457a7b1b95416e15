package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.KnownFault;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Tells a person what is the matter with an answer that says nothing about its batch. */
public record AnswerProblem(BatchReference batch, UnavailableText words) {

    /** Gives the problem, or empty for an answer that is none. */
    public Optional<Problem> of(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> Optional.empty();
            case NotFound notFound -> Optional.of(unknown(notFound));
            case Refused refused -> Optional.of(refused(refused, new RefusalText(batch, refused).reason()));
            case Unavailable unavailable ->
                Optional.of(problem(answer, words.whole(unavailable), Remedy.of(unavailable)));
            case Unreadable unreadable ->
                Optional.of(problem(answer, AttemptText.Story.after(unreadable.why(), answer), Remedy.of(unreadable)));
        };
    }

    private Problem unknown(NotFound notFound) {
        Fault fault = notFound.fault();
        String meaning = KnownFault.find(notFound.trace().httpStatus(), fault)
                .map(KnownFault::meaning)
                .orElse("Partner Center knows no such batch");
        String said = fault.toString().isEmpty() ? "" : "; it says: " + fault;
        return problem(notFound, AttemptText.Story.after(meaning + said, notFound), Remedy.of(notFound));
    }

    private Problem refused(Refused refused, RefusalText.Reason reason) {
        return problem(refused, AttemptText.Story.after(reason.meaning(), refused), reason.remedy());
    }

    private Problem problem(BatchStatusAnswer answer, String why, String remedy) {
        Trace trace = answer.trace();
        return new Problem(
                Verdict.of(answer).words() + ": " + batch,
                Optional.of(why + status(trace, why)),
                Optional.of(remedy),
                trace.serverIds().requestId().or(() -> trace.requestId().map(UUID::toString)));
    }

    /** Adds the HTTP status to words that do not have it yet. */
    private static String status(Trace trace, String why) {
        String status = "HTTP " + trace.httpStatus().orElse(0);
        return trace.httpStatus().isEmpty() || why.contains(status) ? "" : " (" + status + ")";
    }

    /** What to try when a question got no answer about its batch: what the vendor documents, else what usually helps. */
    public static final class Remedy {

        private Remedy() {}

        static String of(NotFound notFound) {
            return KnownFault.find(notFound.trace().httpStatus(), notFound.fault())
                    .map(KnownFault::remedy)
                    .orElseGet(KnownFault.TRACKING_ID_UNKNOWN::remedy);
        }

        public static String of(Unavailable unavailable) {
            UnavailableText.Party counterpart = UnavailableText.Party.of(unavailable);
            return switch (unavailable.cause()) {
                case UNREACHABLE -> "check the network, a proxy, and " + counterpart.option() + "; then ask again";
                case TIMED_OUT -> "ask again, or give one attempt more time with --request-timeout";
                case THROTTLED -> "ask again " + when(unavailable, "in a minute") + slower(counterpart);
                case FAILING ->
                    "ask again " + when(unavailable, "in a few minutes")
                            + "; if it lasts, "
                            + switch (counterpart) {
                                case PARTNER_CENTER -> "give vendor support the request id";
                                case IDENTITY_PLATFORM -> "check --authority and --cloud, and a proxy";
                            };
                case CIRCUIT_OPEN ->
                    "ask again " + when(unavailable, "in a minute") + "; the errors before this one say why it failed";
                case UNTRUSTED ->
                    "check " + counterpart.option()
                            + " and this machine's clock; if a proxy inspects TLS, Java's trust store needs its certificate";
                case DEADLINE -> "ask again in a few minutes";
            };
        }

        private static String slower(UnavailableText.Party counterpart) {
            return switch (counterpart) {
                case PARTNER_CENTER -> ", and slower, such as with --rate 1/s";
                case IDENTITY_PLATFORM -> "";
            };
        }

        private static String when(Unavailable unavailable, String otherwise) {
            return unavailable.retryAfter().filter(Duration::isPositive).isPresent() ? "after that" : otherwise;
        }

        static String of(Unreadable unreadable) {
            return unreadable.trace().httpStatus().isPresent()
                    ? "check --base-url; if it is right, give vendor support the request id"
                    : "check --base-url";
        }
    }
}
