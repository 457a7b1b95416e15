package io.github.devicebatch.cli.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.devicebatch.application.upload.UploadJoin;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Batches;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Program that selects from an upload of many lines with hashes of 4,000 characters; every fourth device failed. */
final class LargeUpload {

    private static final String HASH = "T0FjBQEAHAAAAAoA8QVj".repeat(200);

    private LargeUpload() {}

    /** Runs with the arguments folder and number of lines, and prints the counts. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int lines = Integer.parseInt(arguments[1]);
        Path upload = folder.resolve("upload.csv");
        try (Writer writer = Files.newBufferedWriter(upload, US_ASCII)) {
            writer.write("Device Serial Number,Windows Product ID,Hardware Hash\r\n");
            for (int number = 0; number < lines; number++) {
                writer.write(serialNumber(number) + ",," + HASH + "\r\n");
            }
        }
        UploadJoin join = new UploadJoin();
        Stream<DeviceStatus> rows = IntStream.range(0, lines).mapToObj(LargeUpload::row);
        join.add(rows::iterator);
        FailedCounts counts = new FailedCounts();
        try (OutputStream again = new BufferedOutputStream(Files.newOutputStream(folder.resolve("again.csv")))) {
            FailedLines.of(new UploadFile(upload), List.of(Batches.REFERENCE), List.of(Inclusion.AS_IS))
                    .select(join, List.of(counts, new IncludedLines(new StandardOutput(again))));
        }
        System.out.printf(
                "%d lines, %d written, %d not joined%n",
                counts.lines(), counts.written(), counts.notJoined() + counts.rowsWithoutLine());
    }

    private static String serialNumber(int number) {
        return "CZC%07d-%04d".formatted(number, number % 7_919);
    }

    private static DeviceStatus row(int number) {
        boolean failed = number % 4 == 0;
        return new DeviceStatus(
                Optional.of("device-id-" + number),
                Optional.of(serialNumber(number)),
                Optional.empty(),
                failed ? DeviceState.Listed.FINISHED_WITH_ERRORS : DeviceState.Listed.FINISHED,
                failed ? Optional.of(DeviceError.of("640", "StorageError")) : Optional.empty());
    }
}
