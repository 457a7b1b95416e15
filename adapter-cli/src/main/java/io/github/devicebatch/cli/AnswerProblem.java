package io.github.devicebatch.cli;

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
import java.util.Optional;
import java.util.UUID;

/** Tells a person what is the matter with an answer that says nothing about its batch. */
record AnswerProblem(BatchReference batch, UnavailableInWords words) {

    /** Gives the problem, or empty for an answer that is none. */
    Optional<Problem> of(BatchStatusAnswer answer) {
        return switch (answer) {
            case Found found -> Optional.empty();
            case NotFound notFound -> Optional.of(unknown(notFound));
            case Refused refused -> Optional.of(refused(refused, new RefusedInWords(batch, refused).reason()));
            case Unavailable unavailable ->
                Optional.of(problem(answer, words.whole(unavailable), Remedy.of(unavailable)));
            case Unreadable unreadable ->
                Optional.of(problem(answer, Story.after(unreadable.why(), answer), Remedy.of(unreadable)));
        };
    }

    private Problem unknown(NotFound notFound) {
        Fault fault = notFound.fault();
        String meaning = KnownFault.find(notFound.trace().httpStatus(), fault)
                .map(KnownFault::meaning)
                .orElse("Partner Center knows no such batch");
        String said = fault.toString().isEmpty() ? "" : "; it says: " + fault;
        return problem(notFound, Story.after(meaning + said, notFound), Remedy.of(notFound));
    }

    private Problem refused(Refused refused, Reason reason) {
        return problem(refused, Story.after(reason.meaning(), refused), reason.remedy());
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
}
