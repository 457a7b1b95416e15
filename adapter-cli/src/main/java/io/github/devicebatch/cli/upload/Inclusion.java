package io.github.devicebatch.cli.upload;

import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Value of {@code --include}: the failed lines to write, by what has to be done before they are uploaded again. */
public enum Inclusion {
    /** Lines that can be uploaded at once. */
    AS_IS(ReuploadAdvice.HELPS),
    AFTER_CORRECTION(ReuploadAdvice.HELPS_AFTER_CORRECTION),
    AFTER_NEW_CAPTURE(ReuploadAdvice.HELPS_AFTER_NEW_CAPTURE),
    AFTER_REMOVAL(ReuploadAdvice.HELPS_AFTER_REMOVAL),
    /** All of these, and lines whose error is not documented. */
    ALL(
            ReuploadAdvice.HELPS,
            ReuploadAdvice.HELPS_AFTER_CORRECTION,
            ReuploadAdvice.HELPS_AFTER_NEW_CAPTURE,
            ReuploadAdvice.HELPS_AFTER_REMOVAL,
            ReuploadAdvice.NOT_KNOWN);

    private final List<ReuploadAdvice> advice;

    Inclusion(ReuploadAdvice... advice) {
        this.advice = List.of(advice);
    }

    /** Returns the advice of the lines that any of {@code chosen} includes. */
    static Set<ReuploadAdvice> advice(Collection<Inclusion> chosen) {
        Set<ReuploadAdvice> included = EnumSet.noneOf(ReuploadAdvice.class);
        chosen.forEach(inclusion -> included.addAll(inclusion.advice));
        return included;
    }

    /** Returns the narrowest value that includes lines with this advice; empty if none does. */
    static Optional<Inclusion> of(ReuploadAdvice advice) {
        return Arrays.stream(values())
                .filter(inclusion -> inclusion.advice.contains(advice))
                .findFirst();
    }

    /** Returns the word used on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
