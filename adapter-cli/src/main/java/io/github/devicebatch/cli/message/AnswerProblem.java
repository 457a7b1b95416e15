package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.KnownFault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.domain.BatchReference;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Error message for an answer that does not describe its batch.
 *
 * @param signIn the sign-in flow of the run, for the advice
 */
public record AnswerProblem(BatchReference batch, UnavailableText unavailableText, SignInFlow signIn) {

    /** Returns the problem; empty for an answer that describes the batch. */
    public Optional<Problem> of(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> Optional.empty();
            case NotFound notFound -> Optional.of(notFound(notFound));
            case Refused refused -> Optional.of(refused(refused, new RefusalText(batch, refused, signIn).reason()));
            case Unavailable unavailable ->
                Optional.of(problem(answer, unavailableText.full(unavailable), remedy(unavailable)));
            case Unreadable unreadable ->
                Optional.of(
                        problem(answer, AttemptText.withAttempts(unreadable.why(), unreadable), remedy(unreadable)));
        };
    }

    private Problem notFound(NotFound notFound) {
        Fault fault = notFound.fault();
        Optional<KnownFault> known = KnownFault.find(notFound.trace().httpStatus(), fault);
        String meaning = known.map(KnownFault::meaning).orElse("Partner Center does not know the batch");
        String quoted = fault.toString().isEmpty() ? "" : "; it says: " + fault;
        return problem(
                notFound,
                AttemptText.withAttempts(meaning + quoted, notFound),
                known.orElse(KnownFault.TRACKING_ID_UNKNOWN).remedy());
    }

    private Problem refused(Refused refused, RefusalText.Reason reason) {
        return problem(refused, AttemptText.withAttempts(reason.meaning(), refused), reason.remedy());
    }

    private Problem problem(BatchStatusAnswer answer, String why, String remedy) {
        Trace trace = answer.trace();
        return new Problem(
                Verdict.of(answer).text() + ": " + batch,
                Optional.of(why + httpStatus(trace, why)),
                Optional.of(remedy),
                trace.serverIds().requestId().or(() -> trace.requestId().map(UUID::toString)));
    }

    /** Returns the HTTP status in parentheses; empty if there is none or {@code why} contains it. */
    private static String httpStatus(Trace trace, String why) {
        String status = "HTTP " + trace.httpStatus().orElse(0);
        return trace.httpStatus().isEmpty() || why.contains(status) ? "" : " (" + status + ")";
    }

    /** Returns what the user can try after a failure of a request. */
    public static String remedy(Unavailable unavailable) {
        Party party = unavailable.party();
        return switch (unavailable.cause()) {
            case UNREACHABLE -> "check the network, " + way(party) + "; then retry";
            case TIMED_OUT -> "retry" + longer(party);
            case THROTTLED -> "retry " + when(unavailable, "in a minute") + slower(party);
            case FAILING -> "retry " + when(unavailable, "in a few minutes") + "; if it persists, " + escalation(party);
            case CIRCUIT_OPEN ->
                "retry " + when(unavailable, "in a minute") + "; the errors before this one say why it failed";
            case UNTRUSTED ->
                "check " + setting(party)
                        + " and this machine's clock; if a proxy inspects TLS, give its certificate with --ca-file FILE";
            case DEADLINE ->
                lackedMemory(unavailable)
                        ? "a lower --concurrency, or " + Problem.MORE_MEMORY
                        : "retry in a few minutes";
        };
    }

    private static String way(Party party) {
        return switch (party) {
            case PROXY -> "and host and port of the proxy";
            case PARTNER_CENTER, IDENTITY_PLATFORM, CLIENT -> "a proxy, and " + setting(party);
        };
    }

    /** Returns the setting that names the address of a party. */
    private static String setting(Party party) {
        return switch (party) {
            case PARTNER_CENTER -> "--base-url";
            case IDENTITY_PLATFORM -> "--authority";
            case PROXY -> "its address";
            case CLIENT -> "the options";
        };
    }

    /** A wait of this program, such as for a locked file, does not depend on an option. */
    private static String longer(Party party) {
        return switch (party) {
            case PARTNER_CENTER, IDENTITY_PLATFORM, PROXY ->
                ", or allow more time for each attempt with --request-timeout";
            case CLIENT -> " in a minute";
        };
    }

    /**
     * Returns whether other answers held the memory for a response until the deadline. The other deadlines of this program precede the
     * request.
     */
    public static boolean lackedMemory(Unavailable unavailable) {
        return unavailable.cause() == UnavailabilityCause.DEADLINE
                && unavailable.party() == Party.CLIENT
                && unavailable.trace().attempts() > 0;
    }

    private static String slower(Party party) {
        return switch (party) {
            case PARTNER_CENTER -> ", and more slowly, for example with --rate 1/s";
            case IDENTITY_PLATFORM, PROXY, CLIENT -> "";
        };
    }

    private static String escalation(Party party) {
        return switch (party) {
            case PARTNER_CENTER -> "give vendor support the request id";
            case IDENTITY_PLATFORM -> "check --authority and --cloud, and a proxy";
            case PROXY -> "ask the administrator of the proxy";
            case CLIENT -> "check the files and options of the sign-in";
        };
    }

    private static String when(Unavailable unavailable, String otherwise) {
        return unavailable.retryAfter().filter(Duration::isPositive).isPresent() ? "after that time" : otherwise;
    }

    private static String remedy(Unreadable unreadable) {
        if (unreadable.party() == Party.CLIENT) {
            return Problem.MORE_MEMORY;
        }
        return unreadable.trace().httpStatus().isPresent()
                ? "check --base-url; if it is right, give vendor support the request id"
                : "check --base-url";
    }
}
