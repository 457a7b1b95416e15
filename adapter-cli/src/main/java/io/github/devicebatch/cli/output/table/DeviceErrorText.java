package io.github.devicebatch.cli.output.table;

import io.github.devicebatch.domain.KnownDeviceError;
import java.util.List;

/** Text about documented device errors: the explanation of one, or the list of all. */
public final class DeviceErrorText {

    private static final String UPLOAD_AGAIN = "UPLOAD AGAIN?";

    private DeviceErrorText() {}

    /** Returns the explanation of one error. */
    public static Explanation explain(KnownDeviceError error) {
        return new Explanation(
                error.code().map(code -> code + " ").orElse("") + error.vendorName(),
                List.of(
                        Explanation.Sentence.happened(error.meaning()),
                        Explanation.Sentence.remedy(error.remedy()),
                        Explanation.Sentence.uploadAgain(error.uploadingAgain().description())));
    }

    /** Returns the table of all errors, as lines. Where it is too wide it leaves out whether uploading again helps. */
    public static List<String> list(int width) {
        TextTable table = new TextTable("CODE", "NAME", "WHAT TO DO", UPLOAD_AGAIN);
        for (KnownDeviceError error : KnownDeviceError.values()) {
            table.row(
                    error.code().orElse("-"),
                    error.vendorName(),
                    error.shortRemedy(),
                    error.uploadingAgain().description());
        }
        return table.lines(width, List.of(UPLOAD_AGAIN));
    }
}
