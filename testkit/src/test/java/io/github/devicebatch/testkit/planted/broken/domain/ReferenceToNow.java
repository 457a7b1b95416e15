package io.github.devicebatch.testkit.planted.broken.domain;

import java.time.LocalDate;
import java.util.function.Supplier;

public record ReferenceToNow() {

    Supplier<LocalDate> today() {
        return LocalDate::now;
    }
}
