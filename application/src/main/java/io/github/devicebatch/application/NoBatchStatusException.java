package io.github.devicebatch.application;

import static java.util.Objects.requireNonNull;

/** Signals that a query was answered without a status, where the caller has chosen exceptions. */
public final class NoBatchStatusException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient BatchStatusAnswer answer;

    /**
     * Creates the exception.
     *
     * @param answer the answer
     * @throws NullPointerException if {@code answer} is null
     */
    public NoBatchStatusException(BatchStatusAnswer answer) {
        super(message(requireNonNull(answer, "answer")));
        this.answer = answer;
    }

    /**
     * Returns the answer.
     *
     * @return the answer; null only after serialization
     */
    public BatchStatusAnswer answer() {
        return answer;
    }

    private static String message(BatchStatusAnswer answer) {
        return text(answer)
                + answer.trace().requestId().map(id -> "; MS-RequestId " + id).orElse("");
    }

    private static String text(BatchStatusAnswer answer) {
        return switch (answer) {
            case BatchStatusAnswer.Found found -> "found";
            case BatchStatusAnswer.NotFound notFound -> "batch not found" + after(notFound.fault());
            case BatchStatusAnswer.Refused refused ->
                "refused by " + refused.party() + ": " + refused.reason() + after(refused.fault());
            case BatchStatusAnswer.Unavailable unavailable ->
                "unavailable: " + unavailable.cause() + ", " + unavailable.detail();
            case BatchStatusAnswer.Unreadable unreadable -> "unreadable answer: " + unreadable.why();
        };
    }

    private static String after(Fault fault) {
        return fault.equals(Fault.UNEXPLAINED) ? "" : ", " + fault;
    }
}
