package io.github.devicebatch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.JunitXml;
import io.github.devicebatch.cli.support.ReportDocuments;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class JunitReportTest {

    private static final String EVERY_CHARACTER = everyCharacter();

    static Stream<BatchStatusAnswer> answers() {
        return Stream.of(
                ReportDocuments.withDevices(60),
                ReportDocuments.injected("]]><script>\"'&amp;\u0000\ufffe\ud800"),
                ReportDocuments.injected(EVERY_CHARACTER),
                ReportDocuments.refusing("<&\">"),
                HostileAnswer.answer(),
                Answers.found(Batches.documentedExample()),
                Answers.found(Batches.queued()),
                Answers.found(Batches.processing()),
                Answers.notFound(),
                Answers.throttled(Duration.ofSeconds(5)),
                Answers.unreadable());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isValid(BatchStatusAnswer answer) throws SAXException, IOException, ParserConfigurationException {
        validate(ReportDocuments.of(new JunitReport(), answer));
        validate(ReportDocuments.of(new JunitReport(), answer, answer));
    }

    @Test
    void isValidWithoutBatches() throws SAXException, IOException, ParserConfigurationException {
        validate(ReportDocuments.of(new JunitReport()));
    }

    private static void validate(String document) throws SAXException, IOException, ParserConfigurationException {
        new JunitXml(document).checkByOurSchema();
        new JunitXml(document).checkByAntsSchema();
    }

    @Test
    void theSchemasRejectASuiteWithoutCounts() {
        JunitXml incomplete = new JunitXml("<testsuites><testsuite/></testsuites>");

        assertThatExceptionOfType(SAXException.class).isThrownBy(incomplete::checkByOurSchema);
        assertThatExceptionOfType(SAXException.class).isThrownBy(incomplete::checkByAntsSchema);
    }

    @Test
    void antShowsSuitesCasesAndMessages() throws TransformerException {
        List<List<String>> rows = new JunitXml(ReportDocuments.of(
                        new JunitReport(),
                        Answers.found(Batches.documentedExample()),
                        Answers.found(Batches.processing()),
                        Answers.notFound()))
                .rowsInAnt();

        assertThat(rows)
                .extracting(cells -> String.join(" | ", cells))
                .containsExactly(
                        "5 | 1 | 1 | 2 | 60.00% | 600.000",
                        Batches.CUSTOMER + " | 5 | 1 | 1 | 2 | 600.000 | 2017-07-25T10:00:00 | localhost",
                        Batches.TRACKING + " | 1 | 0 | 1 | 0 | 600.000 | 2017-07-25T10:00:00 | localhost",
                        Batches.TRACKING + " | 3 | 0 | 0 | 2 | 0.000 | 2017-07-25T10:00:00 | localhost",
                        Batches.TRACKING + " | 1 | 1 | 0 | 0 | 0.000 | 2026-01-05T09:00:00 | localhost",
                        "1234567890 | Failure | Another tenant has registered the device."
                                + "808 ZtdDeviceAssignedToOtherTenant: Another tenant has registered the device."
                                + "What to do: Have the previous owner or reseller deregister it; failing that, ask vendor"
                                + " support with proof of ownership.Upload again? only after the removal | 0.000",
                        "SN-0001 | Success |  | 0.000",
                        "SN-0002 | Skipped | pending: processing | 0.000",
                        "SN-0003 | Skipped | pending: queued | 0.000",
                        "status | Error | 1000: The batch tracking id was not found."
                                + "1000: The batch tracking id was not found. | 0.000");
    }

    @Test
    void antShowsEveryCase() throws TransformerException {
        String document = ReportDocuments.of(new JunitReport(), answers().toArray(BatchStatusAnswer[]::new));

        assertThat(new JunitXml(document).rowsInAnt())
                .filteredOn(cells -> cells.size() == 4)
                .hasSize((int) document.lines()
                        .filter(line -> line.startsWith("<testcase "))
                        .count());
    }

    @Test
    void hasACaseForEachDevice() {
        assertThat(ReportDocuments.of(new JunitReport(), Answers.found(Batches.documentedExample())))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites>
                <testsuite id="0" package="47021739-3426-40bf-9601-61b4b6d7c793" name="0127ed8e-ff72-4983-a3d8-e8d8bd378932" \
                timestamp="2017-07-25T10:00:00" hostname="localhost" tests="1" failures="1" errors="0" skipped="0" time="600">
                <properties>
                <property name="result" value="all failed"/>
                <property name="state" value="finished"/>
                <property name="started" value="2017-07-25T10:00:00Z"/>
                <property name="completed" value="2017-07-25T10:10:00Z"/>
                <property name="took" value="10m"/>
                </properties>
                <testcase classname="47021739-3426-40bf-9601-61b4b6d7c793.0127ed8e-ff72-4983-a3d8-e8d8bd378932" \
                name="1234567890" time="0"><failure type="808 ZtdDeviceAssignedToOtherTenant" \
                message="Another tenant has registered the device.">808 ZtdDeviceAssignedToOtherTenant: \
                Another tenant has registered the device.
                What to do: Have the previous owner or reseller deregister it; failing that, ask vendor support with proof of \
                ownership.
                Upload again? only after the removal</failure></testcase>
                <system-out></system-out>
                <system-err></system-err>
                </testsuite>
                </testsuites>
                """);
    }

    @Test
    void aPendingDeviceIsSkippedAndABatchWithoutStatusIsAnError() {
        assertThat(ReportDocuments.of(new JunitReport(), Answers.found(Batches.processing()), Answers.notFound()))
                .contains("skipped=\"2\"", "<skipped message=\"pending: ", "errors=\"1\"", "<error type=\"not found\"");
    }

    private static String everyCharacter() {
        return IntStream.iterate(
                        0, character -> character <= Character.MAX_VALUE, character -> character + 1 + character / 512)
                .mapToObj(character -> Character.toString((char) character))
                .collect(Collectors.joining("", "", "\ufffe\uffff"));
    }
}
