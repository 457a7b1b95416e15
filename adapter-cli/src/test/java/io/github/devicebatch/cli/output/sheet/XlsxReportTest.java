package io.github.devicebatch.cli.output.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.HostileAnswer;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class XlsxReportTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void hasTheRowsOfCsv() throws Exception {
        List<List<String>> rows = rows(xlsx(Answers.found(Batches.documentedExample())), 1);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).isEqualTo(DeviceCells.HEADER);
        assertThat(rows.getLast())
                .containsExactly(
                        "47021739-3426-40bf-9601-61b4b6d7c793",
                        "0127ed8e-ff72-4983-a3d8-e8d8bd378932",
                        "finished",
                        "allFailed",
                        "",
                        "1234567890",
                        "*****-*****-*****-*****-13579",
                        "finished_with_errors",
                        "failed",
                        "808",
                        "ZtdDeviceAssignedToOtherTenant",
                        "Have the previous owner or reseller deregister it; failing that, ask vendor support with proof of"
                                + " ownership.");
    }

    @Test
    void aNoteNamesABatchWithoutRows() throws Exception {
        assertThat(rows(xlsx(Answers.found(Batches.queued())), 1)).hasSize(1);
        assertThat(notes.toString(UTF_8)).isEqualTo("note: " + Batches.REFERENCE + " has no rows: pending\n");
    }

    /** What spreadsheets convert or calculate in CSV, and what XML does not allow as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0012345",
                "5E10",
                "1-2",
                "MAR1",
                "TRUE",
                "12345678901234567890",
                "\u00dcn\u00efc\u00f6de \u6f22\u5b57 \ud83d\ude00",
                "=1+1",
                "+1",
                "@SUM(A1)",
                "＝1",
                " leading and trailing ",
                "<a href=\"x\">&amp;</a>",
                "]]>",
                "_x0041_",
                "_x005F_x0041_",
                "'"
            })
    void keepsEverySerialNumberAsText(String serialNumber) throws Exception {
        Document sheet = parsed(parts(xlsx(withSerialNumber(serialNumber))).get("xl/worksheets/sheet1.xml"));
        Element cell = (Element) ((Element) sheet.getElementsByTagName("row").item(1))
                .getElementsByTagName("c")
                .item(5);

        assertThat(cell.getAttribute("t")).isEqualTo("inlineStr");
        assertThat(cell.getAttribute("s")).isEqualTo("1");
        assertThat(shown(cell)).isEqualTo(serialNumber);
    }

    @Test
    void escapesWhatCannotBeSeen() throws Exception {
        List<String> row = rows(xlsx(HostileAnswer.answer()), 1).getLast();

        assertThat(row).contains("+\\u{9b}2J", HostileAnswer.FORMULA, "@8\\u{9}08");
        assertThat(String.join("", row)).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void theSameRowsGiveTheSameBytes() {
        BatchStatusAnswer answer = Answers.found(Batches.documentedExample());

        assertThat(xlsx(answer)).isEqualTo(xlsx(answer));
    }

    @Test
    void everyPartIsDeclared() throws Exception {
        XlsxWriter writer = new XlsxWriter("devices", List.of("number"), 3);
        IntStream.rangeClosed(1, 5).forEach(number -> writer.row(List.of("row " + number)));
        var bytes = new ByteArrayOutputStream();
        writer.closeTo(bytes);
        byte[] workbook = bytes.toByteArray();

        assertThat(rows(workbook, 1)).containsExactly(List.of("number"), List.of("row 1"), List.of("row 2"));
        assertThat(rows(workbook, 2)).containsExactly(List.of("number"), List.of("row 3"), List.of("row 4"));
        assertThat(rows(workbook, 3)).containsExactly(List.of("number"), List.of("row 5"));
        Map<String, byte[]> parts = parts(workbook);
        assertThat(attributes(parts.get("xl/workbook.xml"), "sheet", "name"))
                .containsExactly("devices", "devices 2", "devices 3");
        assertThat(attributes(parts.get("xl/workbook.xml"), "sheet", "r:id")).containsExactly("rId1", "rId2", "rId3");
        assertThat(attributes(parts.get("[Content_Types].xml"), "Override", "PartName"))
                .containsExactlyInAnyOrderElementsOf(parts.keySet().stream()
                        .filter(name -> name.startsWith("xl/") && !name.endsWith(".rels"))
                        .map(name -> "/" + name)
                        .toList());
        assertThat(attributes(parts.get("xl/_rels/workbook.xml.rels"), "Relationship", "Target"))
                .allSatisfy(target -> assertThat(parts).containsKey("xl/" + target))
                .hasSize(4);
        assertThat(attributes(parts.get("_rels/.rels"), "Relationship", "Target"))
                .containsExactly("xl/workbook.xml");
    }

    @Test
    void isNotWrittenToATerminal() {
        RunResult result = new CommandTester()
                .with("DEVICEBATCH_TOKEN", "token")
                .with("DEVICEBATCH_BASE_URL", "http://127.0.0.1:1")
                .on(StandardStream.OUT)
                .run("status", Batches.REFERENCE.toString(), "-o", "xlsx");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("-o xlsx=devices.xlsx");
    }

    private static BatchStatusAnswer withSerialNumber(String serialNumber) {
        return Answers.found(Batches.finished(Batches.TRACKING, Devices.registered(serialNumber)));
    }

    private byte[] xlsx(BatchStatusAnswer... answers) {
        var messages = new Messages(new PrintStream(notes, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.NORMAL);
        return ReportOutput.bytesBy(output -> new XlsxReport(output, DeviceFilter.ALL, messages), answers);
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> attributes(byte[] xml, String tag, String attribute) throws Exception {
        return elements(parsed(xml).getElementsByTagName(tag)).stream()
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    private static List<List<String>> rows(byte[] workbook, int sheet) throws Exception {
        Document document = parsed(parts(workbook).get("xl/worksheets/sheet" + sheet + ".xml"));
        return elements(document.getElementsByTagName("row")).stream()
                .map(row -> elements(row.getElementsByTagName("c")).stream()
                        .map(XlsxReportTest::shown)
                        .toList())
                .toList();
    }

    /** Returns the text of a cell as Excel shows it. */
    private static String shown(Element cell) {
        return cell.getTextContent().replace("_x005F_", "_");
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}
