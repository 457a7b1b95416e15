package io.github.devicebatch.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.OutputSchema;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.UploadFates;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
class FailedCommandTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String HEADER = UploadFates.HEADER;
    private static final String EVERY_FATE = "ok 640 801 802 803 806 807 808 809 810 811 812 813 814 999";

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    @TempDir
    private Path folder;

    FailedCommandTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @Test
    void writesTheLinesThatCanBeUploadedAtOnce() throws IOException {
        rows("ok 640 808 640");

        RunResult result = failed(HEADER + "SN-ok-0,,a\nSN-640-1,,b\nSN-808-2,,c\nSN-640-3,,d\n");

        assertThat(result.out()).isEqualTo(HEADER + "SN-640-1,,b\nSN-640-3,,d\n");
        assertThat(result.err()).isEqualTo("""
                4 lines: 2 written, 1 registered, 1 failed and left out
                --include after-removal adds 1 line; to do first:
                  808 ZtdDeviceAssignedToOtherTenant: have the other tenant deregister it: line 4
                """);
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            as-is                          | 640
            after-correction               | 803 809 810 812
            after-new-capture              | 802 813
            after-removal                  | 808 811 814
            as-is,after-removal            | 640 808 811 814
            ALL                            | 640 802 803 808 809 810 811 812 813 814 999
            """)
    void includesByWhatHelps(String included, String expected) throws IOException {
        rows(EVERY_FATE);

        RunResult result = failed(UploadFates.upload(EVERY_FATE), "--include", included);

        assertThat(result.out().lines().skip(1).map(line -> line.replaceFirst("SN-(\\w+)-.*", "$1")))
                .containsExactly(expected.split(" "));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void listsEveryKindOfLineThatIsLeftOut() throws IOException {
        rows(EVERY_FATE);

        assertThat(failed(UploadFates.upload(EVERY_FATE)).err()).isEqualTo("""
                15 lines: 1 written, 1 registered, 13 failed and left out
                --include after-new-capture adds 2 lines; to do first:
                  802 InvalidZtdHardwareHash: capture the hash again: line 5
                  813 ZtdDeviceIsNotUnique: capture the hash again: line 14
                --include after-correction adds 4 lines; to do first:
                  803 MissingZtdSerialNumberAndProductKey: supply the product key: line 6
                  809 ZtdProfileIsNotRegistered: choose an existing profile: line 10
                  810 ZtdProfileAssignedToOtherTenant: choose your own profile: line 11
                  812 ZtdDeviceNotFound: correct serial, maker and model: line 13
                --include after-removal adds 3 lines; to do first:
                  808 ZtdDeviceAssignedToOtherTenant: have the other tenant deregister it: line 9
                  811 ZtdDeviceRegisteredByOtherTenant: have its registrar delete it: line 12
                  814 ZtdDeviceAlreadyAadRegistered: clean up the directory object: line 15
                uploading again does not help 3 lines:
                  801 InvalidZtdRequestBody: correct the upload request: line 4
                  806 ZtdDeviceAlreadyAssigned: nothing, it is registered: line 7
                  807 ZtdDeviceIsNotRegistered: import the device first: line 8
                --include all adds 1 line; to do first:
                  999: ask vendor support: line 16
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            640                      | 808     | 1 written, 1 registered, 1 accepted, 1 failed and left out
            808,806                  | 640     | 1 written, 1 registered, 2 accepted, 0 failed and left out
            ZtdDeviceAlreadyAssigned | 640 808 | 2 written, 1 registered, 1 accepted, 0 failed and left out
            802                      | 640 808 | 2 written, 1 registered, 1 failed and left out
            """)
    void writesNoLineWhoseErrorIsAccepted(String accepted, String written, String counts) throws IOException {
        String fates = "ok 640 808 806";
        rows(fates);

        RunResult result = failed(UploadFates.upload(fates), "--include", "all", "--accept", accepted);

        assertThat(result.out().lines().skip(1).map(line -> line.replaceFirst("SN-(\\w+)-.*", "$1")))
                .containsExactly(written.split(" "));
        assertThat(result.err()).startsWith("4 lines: " + counts + "\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void describesAnAcceptedLineInJson() throws IOException {
        rows("806 640");

        RunResult result = failed(UploadFates.upload("806 640"), "-o", "json", "-q", "--accept", "806");

        JsonObject document = ParsedJson.object(result.out());
        assertThat(OutputSchema.ofFailed().errors(document)).isEmpty();
        assertThat(document.getJsonArray("lines").getJsonObject(0)).hasToString("""
                {"line":2,"serialNumber":"SN-806-0","productKey":null,"result":"accepted","written":false,\
                "uploadingAgain":null,"errors":[{"errorCode":"806","errorName":"ZtdDeviceAlreadyAssigned",\
                "meaning":"The device is already registered in this customer's tenant.",\
                "remedy":"Nothing to do: the device is where it should be."}],"mismatch":null,"detail":null}""");
        assertThat(document.getJsonObject("summary").getInt("accepted")).isEqualTo(1);
    }

    @Test
    void anInvalidAcceptedErrorIsRefusedBeforeAnyRequest() throws IOException {
        RunResult result = failed(UploadFates.upload("640"), "--accept", "8-6");

        assertThat(result.err())
                .startsWith("error: --accept: \"8-6\" is neither the code nor the name of a device error\n");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(partnerCenter.requestCount()).isZero();
    }

    @Test
    void tenLinesOfAKindAreNamedAndTheOthersCounted() throws IOException {
        String fates = "808 ".repeat(13).strip();
        rows(fates);

        assertThat(failed(UploadFates.upload(fates)).err()).contains("line 10, line 11 and 3 more\n");
    }

    @Test
    void namesWhatCannotBeJoined() throws IOException {
        rows("640 ok 640");

        RunResult result = failed(HEADER + "SN-640-0,,a\nSN-ok-1,,b\nSN-other,,c\n", "-q");

        assertThat(result.out()).isEqualTo(HEADER + "SN-640-0,,a\n");
        assertThat(result.err()).isEqualTo("""
                error: cannot be joined, and not written: 1 line of the file and 1 row of the service
                why: the other side has neither its serial number nor its product key
                try: check that --from is the file that was uploaded as this batch, unchanged; -o json lists every line
                """);
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(failed(HEADER + "SN-640-0,,a\nSN-ok-1,,b\nSN-other,,c\n").err())
                .contains("\nline 4 (SN-other): the other side has neither")
                .contains("\nrow 3 (SN-640-2): the other side has neither");
    }

    @Test
    void aDeviceThatIsStillPendingIsNamed() throws IOException {
        rows("640 run");

        RunResult result = failed(UploadFates.upload("640 run"));

        assertThat(result.err()).contains("1 pending\n", "pending, although the batch is final; check later: line 3\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void describesEveryLineInJson() throws IOException {
        rows("ok 640 808 run 999 640");
        String lines = UploadFates.upload("ok 640 808 run 999") + "SN-other,12345-67890-ABCDE,x\n";

        RunResult result = failed(lines, "-o", "json", "-o", "csv=" + folder.resolve("again.csv"), "-q");

        JsonObject document = ParsedJson.object(result.out());
        assertThat(OutputSchema.ofFailed().errors(document)).isEmpty();
        assertThat(document.getJsonArray("lines").getValuesAs(JsonObject.class))
                .extracting(
                        line -> line.getInt("line") + " " + line.getString("result") + " " + line.getBoolean("written"))
                .containsExactly(
                        "2 registered false",
                        "3 failed true",
                        "4 failed false",
                        "5 unsettled false",
                        "6 failed false",
                        "7 notJoined false");
        assertThat(document.getJsonObject("summary").getInt("exitCode")).isEqualTo(result.exitCode());
        assertThat(result.out()).doesNotContain("12345-67890");
        assertThat(folder.resolve("again.csv")).hasContent(HEADER + "SN-640-1,,hash-1==\n");
    }

    @Test
    void takesTheRowsOfSeveralBatches() throws IOException {
        rows("640 ok");
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.finished(Batches.anotherBatch().tracking(), UploadFates.row("SN-640-x", "640")));

        RunResult result = failed(
                UploadFates.upload("640 ok") + "SN-640-x,,x\n",
                Batches.anotherBatch().toString());

        assertThat(result.out()).isEqualTo(HEADER + "SN-640-0,,hash-0==\nSN-640-x,,x\n");
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"401, 4", "404, 5", "503, 6", "302, 7", "400, 2"})
    void writesNothingWithoutTheStatusOfEveryBatch(int httpStatus, int exitCode) throws IOException {
        rows("640");
        partnerCenter.script(Batches.anotherBatch()).then(Reply.empty(httpStatus));

        RunResult result =
                failed(UploadFates.upload("640"), Batches.anotherBatch().toString(), "-q");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("error: ", "\ntry: ");
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void writesNothingBeforeTheBatchIsFinal() throws IOException {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing());

        RunResult result = failed(UploadFates.upload("640"));

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                error: not final: %1$s
                why: its state is "processing", so its failed devices are not known yet
                try: devicebatch wait %1$s, then this command again
                """.formatted(REFERENCE));
        assertThat(result.exitCode()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | has no header with a known column
            '\n\n'                               | has no header with a known column
            'S1,S2\nS3,S4\n'                     | has no header with a known column
            'serial number,Serial\nA,B\n'        | line 1 has two columns for the serial number
            """)
    void aFileWithoutUsableHeaderIsRefusedBeforeAnyRequest(String text, String message) throws IOException {
        RunResult result = failed(text);

        assertThat(result.err()).contains(message, "\ntry: ");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(partnerCenter.requestCount()).isZero();
    }

    @Test
    void aMissingFileIsRefused() {
        RunResult result = tester.run("failed", REFERENCE, "--from", "missing.csv");

        assertThat(result.err()).isEqualTo("""
                error: --from missing.csv does not exist
                try: give the CSV file that was uploaded
                """);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void theOptionIsRequired() {
        RunResult result = tester.run("failed", REFERENCE);

        assertThat(result.err()).contains("--from");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private RunResult failed(String upload, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("upload.csv"), upload, UTF_8);
        return tester.run(Stream.concat(Stream.of("failed", REFERENCE, "--from", file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void rows(String fates) {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finished(Batches.TRACKING, UploadFates.rows(fates)));
    }
}
