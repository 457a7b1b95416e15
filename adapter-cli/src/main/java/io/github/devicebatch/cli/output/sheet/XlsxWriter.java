package io.github.devicebatch.cli.output.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writer of a workbook of text cells in Office Open XML (ECMA-376), with as many sheets as the rows need. The cells have the number
 * format "text", so that a changed cell stays text too. Not thread-safe.
 */
final class XlsxWriter {

    /** The number of rows of a sheet in Excel. */
    static final int MAX_ROWS = 1_048_576;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Excel reads {@code _x0041_} as the character with that code, unless its first underscore is written so itself. */
    private static final String ESCAPE_LIKE = "_(?=x[0-9A-Fa-f]{4}_)";

    /** A fixed time, so that the same rows give the same bytes; no earlier one exists in a zip file. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8);
    private final String name;
    private final List<String> header;
    private final int maxRows;
    private int sheets;
    private int rows;

    XlsxWriter(String name, List<String> header) {
        this(name, header, MAX_ROWS);
    }

    XlsxWriter(String name, List<String> header, int maxRows) {
        this.name = name;
        this.header = header;
        this.maxRows = maxRows;
        openSheet();
    }

    /** Adds a row. Its cells have no characters that XML 1.0 excludes. */
    void row(List<String> cells) {
        if (rows == maxRows) {
            closeSheet();
            openSheet();
        }
        write(cells, 1);
    }

    /** Completes the workbook and writes it. */
    void closeTo(OutputStream out) throws IOException {
        closeSheet();
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", workbookRelationships());
        part("xl/styles.xml", STYLES);
        part("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
        part("[Content_Types].xml", contentTypes());
        zip.close();
        bytes.writeTo(out);
    }

    private void openSheet() {
        sheets++;
        rows = 0;
        open("xl/worksheets/sheet" + sheets + ".xml");
        text(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"" + header.size()
                + "\" width=\"24\" customWidth=\"1\"/></cols><sheetData>");
        write(header, 2);
    }

    private void closeSheet() {
        text("</sheetData></worksheet>");
    }

    private void write(List<String> cells, int style) {
        StringBuilder row = new StringBuilder("<row>");
        cells.forEach(cell -> row.append("<c s=\"")
                .append(style)
                .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(escaped(cell))
                .append("</t></is></c>"));
        text(row.append("</row>").toString());
        rows++;
    }

    private static String escaped(String text) {
        return text.replaceAll(ESCAPE_LIKE, "_x005F_")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** Style 1 is text, style 2 bold text. */
    private static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private String workbook() {
        StringBuilder list = new StringBuilder();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            list.append("<sheet name=\"").append(name).append(sheet == 1 ? "" : " " + sheet);
            list.append("\" sheetId=\"")
                    .append(sheet)
                    .append("\" r:id=\"rId")
                    .append(sheet)
                    .append("\"/>");
        }
        return XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONSHIPS + "\"><sheets>" + list
                + "</sheets></workbook>";
    }

    private String workbookRelationships() {
        StringBuilder list = new StringBuilder();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            list.append(relationship("rId" + sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"));
        }
        return relationships(list + relationship("rId" + (sheets + 1), "styles", "styles.xml"));
    }

    private static String relationships(String list) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + list + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONSHIPS + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private String contentTypes() {
        StringBuilder list = new StringBuilder(override("workbook", "sheet.main") + override("styles", "styles"));
        for (int sheet = 1; sheet <= sheets; sheet++) {
            list.append(override("worksheets/sheet" + sheet, "worksheet"));
        }
        return XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + list + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + CONTENT_TYPE + type + "+xml\"/>";
    }

    private void part(String partName, String content) {
        open(partName);
        text(content);
    }

    private void open(String partName) {
        ZipEntry entry = new ZipEntry(partName);
        entry.setTimeLocal(ENTRY_TIME);
        try {
            zip.putNextEntry(entry);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void text(String content) {
        try {
            zip.write(content.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
