package io.github.devicebatch.application.upload;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceOutcome;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of the device of one line of an uploaded list. */
public sealed interface LineResult {

    /** The device is registered. */
    record Registered() implements LineResult {}

    /**
     * The device failed with an error that counts as success; there is no reason to upload it again.
     *
     * @param errors the accepted errors that the service named: normally one; up to 8 if lines with the same identification failed
     *     with different accepted errors. Of such lines some may be registered.
     */
    record Accepted(List<DeviceError> errors) implements LineResult {

        /**
         * Creates the result; the list is copied.
         *
         * @throws NullPointerException if the list or an element is null
         */
        public Accepted {
            errors = List.copyOf(errors);
        }
    }

    /** The device has no final outcome. */
    record Unsettled() implements LineResult {}

    /**
     * The device failed.
     *
     * @param advice whether uploading the line again helps
     * @param errors the errors that the service named: normally one; none if it named none; up to 8 if lines
     *     with the same identification failed with different errors that have the same advice
     */
    record Failed(ReuploadAdvice advice, List<DeviceError> errors) implements LineResult {

        /** Maximum number of errors of several lines with the same identification. */
        private static final int MAX_ERRORS = 8;

        /**
         * Creates the result; the list is copied.
         *
         * @throws NullPointerException if a part is null
         */
        public Failed {
            requireNonNull(advice, "advice");
            errors = List.copyOf(errors);
        }
    }

    /**
     * The line cannot be joined with a row.
     *
     * @param mismatch the reason
     */
    record NotJoined(Mismatch mismatch) implements LineResult {

        /**
         * Creates the result.
         *
         * @throws NullPointerException if {@code mismatch} is null
         */
        public NotJoined {
            requireNonNull(mismatch, "mismatch");
        }
    }

    /** Returns the result of a line that is joined with a row, without accepted errors. */
    static LineResult of(DeviceStatus row) {
        return of(row, AcceptedErrors.NONE);
    }

    /**
     * Returns the result of a line that is joined with a row.
     *
     * @param accepted the errors that count as success
     */
    static LineResult of(DeviceStatus row, AcceptedErrors accepted) {
        if (row.outcome() == DeviceOutcome.REGISTERED) {
            return new Registered();
        }
        if (row.outcome() == DeviceOutcome.UNSETTLED) {
            return new Unsettled();
        }
        List<DeviceError> errors = row.error().stream().toList();
        return accepted.accepts(row)
                ? new Accepted(errors)
                : new Failed(row.uploadingAgain().orElseThrow(), errors);
    }

    /**
     * Returns the result of several lines of which each may belong to either of two rows, if it is the same for all.
     *
     * @return the common result, or empty if it depends on the row that a line belongs to
     */
    static Optional<LineResult> common(LineResult one, LineResult other) {
        if (one instanceof Failed first && other instanceof Failed second && first.advice() == second.advice()) {
            return Optional.of(new Failed(first.advice(), union(first.errors(), second.errors())));
        }
        if (one instanceof Accepted first && other instanceof Accepted second) {
            return Optional.of(new Accepted(union(first.errors(), second.errors())));
        }
        if (one instanceof Accepted && other instanceof Registered) {
            return Optional.of(one);
        }
        if (one instanceof Registered && other instanceof Accepted) {
            return Optional.of(other);
        }
        return Optional.of(one).filter(other::equals);
    }

    private static List<DeviceError> union(List<DeviceError> some, List<DeviceError> others) {
        return Stream.concat(some.stream(), others.stream())
                .distinct()
                .limit(Failed.MAX_ERRORS)
                .toList();
    }
}
