package io.github.devicebatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.CommandRunner;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats of {@code status} and {@code wait} on standard output and in files. */
@ExtendWith(FakePartnerCenterExtension.class)
class ReportFilesTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    @TempDir
    private Path folder;

    ReportFilesTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @BeforeEach
    void answer() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status | html     | <!DOCTYPE html>
            status | markdown | ## Device batches
            status | junit    | <?xml version
            wait   | html     | <!DOCTYPE html>
            wait   | markdown | ## Device batches
            wait   | junit    | <?xml version
            wait   | JUnit    | <?xml version
            """)
    void writesTheDocumentToStandardOutput(String command, String format, String start) {
        RunResult result = tester.run(command, REFERENCE, "-o", format);

        assertThat(result.out()).startsWith(start).contains("ZtdDeviceAssignedToOtherTenant");
        assertThat(result.exitCode()).isEqualTo(command.equals("wait") ? 3 : 0);
    }

    @ParameterizedTest
    @CsvSource({"status", "wait"})
    void writesSeveralFormatsAtOnce(String command) {
        Path json = folder.resolve("r.json");
        Path html = folder.resolve("a=b.html");

        RunResult result = tester.run(command, REFERENCE, "-o", "table", "-o", "html=" + html, "-o", "json=" + json);

        assertThat(result.out()).startsWith("all failed ");
        assertThat(html).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(json)
                .content()
                .satisfies(text -> assertThat(ParsedJson.object(text)).containsKey("summary"));
    }

    @ParameterizedTest
    @CsvSource({"table", "json", "jsonl", "csv", "html", "markdown", "junit"})
    void writesEveryFormatToAFile(String format) throws IOException {
        for (String command : new String[] {"status", "wait"}) {
            Path file = folder.resolve(command);
            RunResult toFile = tester.run(command, REFERENCE, "-o", format, "--output-file", file.toString(), "-q");
            RunResult toOutput = tester.run(command, REFERENCE, "-o", format, "-q");

            assertThat(toFile.out()).isEmpty();
            assertThat(Files.readString(file).replaceAll("\\S*\\d\\S*", "#"))
                    .isEqualTo(toOutput.out().replaceAll("\\S*\\d\\S*", "#"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -o table -o json                        | two formats go to standard output
            -o html=x.html -o json=./x.html         | two formats go to ./x.html
            -o html=x.html --output-file y.html     | each --output names a file of its own
            -o html= -o table                       | names no file
            -o pdf=x.pdf                            | is not one of table, json, jsonl, csv, xlsx, html, markdown, junit
            -o html=missing/x.html                  | cannot write to missing/x.html
            --output-file missing/x                 | cannot write to missing/x
            """)
    void refusesTargetsBeforeAnyRequest(String options, String message) {
        for (String command : new String[] {"status", "wait"}) {
            RunResult result = tester.run(Stream.concat(Stream.of(command, REFERENCE), Stream.of(options.split(" ")))
                    .toArray(String[]::new));

            assertThat(result.err()).contains(message, "try: ");
            assertThat(result.exitCode()).isEqualTo(2);
        }
        assertThat(partnerCenter.requestCount()).isZero();
    }

    @Test
    void theVariableNamesFormatAndFile() {
        Path html = folder.resolve("report.html");

        tester.with("DEVICEBATCH_OUTPUT", "html=" + html).run("status", REFERENCE);

        assertThat(html).exists();
    }

    @Test
    void colorStaysOutOfFiles() {
        Path file = folder.resolve("table.txt");

        tester.run("status", REFERENCE, "--color", "always", "--output-file", file.toString());

        assertThat(file).content().startsWith("all failed ").doesNotContain("\u001b");
    }

    /** The header of CSV is written before the first request. */
    @ParameterizedTest
    @CsvSource({"status", "wait"})
    void leavesNoFileIfStandardOutputCannotBeWritten(String command) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var surroundings = tester.surroundings(full, new PrintStream(OutputStream.nullOutputStream()));

        int exit = new CommandRunner(surroundings)
                .run(command, REFERENCE, "-o", "html=" + folder.resolve("r.html"), "-o", "csv");

        assertThat(exit).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
        assertThat(partnerCenter.requestCount()).isZero();
    }
}
