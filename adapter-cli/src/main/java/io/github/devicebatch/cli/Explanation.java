package io.github.devicebatch.cli;

import io.github.devicebatch.domain.KnownDeviceError;
import java.util.List;
import java.util.stream.Stream;

/** Lines that explain one device error, or list all that are documented. */
final class Explanation {

    private Explanation() {}

    static List<String> of(KnownDeviceError error, Ink ink) {
        String title = error.code().map(code -> code + " ").orElse("") + error.vendorName();
        return Stream.of(
                        List.of(ink.bold(title)),
                        Wrapping.of("  what happened: ", error.meaning()),
                        Wrapping.of("  what to do:    ", error.remedy()),
                        Wrapping.of("  upload again?  ", error.uploadingAgain().words()))
                .flatMap(List::stream)
                .toList();
    }

    static List<String> ofAll() {
        TextTable table = new TextTable("CODE", "NAME", "WHAT TO DO", "UPLOAD AGAIN?");
        for (KnownDeviceError error : KnownDeviceError.values()) {
            table.row(
                    error.code().orElse("-"),
                    error.vendorName(),
                    FewWords.about(error),
                    error.uploadingAgain().words());
        }
        return table.lines();
    }
}
