package io.github.devicebatch.cli.output;

import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines that explain one device error, or list all that are documented. */
public final class DeviceErrorText {

    private DeviceErrorText() {}

    public static List<String> of(KnownDeviceError error, TextStyle ink) {
        String title = error.code().map(code -> code + " ").orElse("") + error.vendorName();
        return Stream.of(
                        List.of(ink.bold(title)),
                        Wrapping.of("  what happened: ", error.meaning()),
                        Wrapping.of("  what to do:    ", error.remedy()),
                        Wrapping.of("  upload again?  ", error.uploadingAgain().description()))
                .flatMap(List::stream)
                .toList();
    }

    public static List<String> ofAll() {
        TextTable table = new TextTable("CODE", "NAME", "WHAT TO DO", "UPLOAD AGAIN?");
        for (KnownDeviceError error : KnownDeviceError.values()) {
            table.row(
                    error.code().orElse("-"),
                    error.vendorName(),
                    FewWords.about(error),
                    error.uploadingAgain().description());
        }
        return table.lines();
    }

    /** What to do about a failed device, short enough for a cell; {@code explain} has the whole sentence. */
    static final class FewWords {

        private FewWords() {}

        static String about(DeviceStatus device) {
            return device.error()
                    .flatMap(DeviceError::known)
                    .map(FewWords::about)
                    .orElse("ask vendor support");
        }

        static String about(KnownDeviceError error) {
            return switch (error) {
                case STORAGE_ERROR -> "upload again later";
                case INVALID_ZTD_REQUEST_BODY -> "mend the upload request";
                case INVALID_ZTD_HARDWARE_HASH, ZTD_DEVICE_IS_NOT_UNIQUE -> "capture the hash again";
                case MISSING_ZTD_SERIAL_NUMBER_AND_PRODUCT_KEY -> "supply the product key";
                case ZTD_DEVICE_ALREADY_ASSIGNED -> "nothing, it is registered";
                case ZTD_DEVICE_IS_NOT_REGISTERED -> "import the device first";
                case ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT -> "have the other tenant deregister it";
                case ZTD_PROFILE_IS_NOT_REGISTERED -> "choose an existing profile";
                case ZTD_PROFILE_ASSIGNED_TO_OTHER_TENANT -> "choose your own profile";
                case ZTD_DEVICE_REGISTERED_BY_OTHER_TENANT -> "have its registrar delete it";
                case ZTD_DEVICE_NOT_FOUND -> "correct serial, maker and model";
                case ZTD_DEVICE_ALREADY_AAD_REGISTERED -> "clean up the directory object";
                case ZTD_DEVICE_DUPLICATED -> "drop the duplicate line";
            };
        }
    }

    /** Breaks a sentence into lines between its words, at a width that does not depend on the terminal. */
    static final class Wrapping {

        private static final int WIDTH = 80;

        private Wrapping() {}

        /** Puts {@code label} before the first line and as many blanks before the others. */
        static List<String> of(String label, String sentence) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder(label);
            for (String word : sentence.split(" ")) {
                if (line.length() > label.length() && line.length() + word.length() > WIDTH) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(" ".repeat(label.length()));
                }
                line.append(word).append(' ');
            }
            lines.add(line.toString().stripTrailing());
            return lines;
        }
    }
}
