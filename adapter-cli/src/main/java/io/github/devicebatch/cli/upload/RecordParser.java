package io.github.devicebatch.cli.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.devicebatch.application.upload.UploadLine;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.upload.RawRecordReader.RawRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parser of the records of a file with a known header.
 *
 * @param separator the separator
 * @param columns the positions of the known columns
 * @param width the number of columns
 */
record RecordParser(char separator, Map<UploadColumn, Integer> columns, int width) {

    private static final String SEPARATORS = ",;\t";

    /**
     * Creates the parser for a header. The separator is the one that gives the most known columns.
     *
     * @return the parser, or empty if the header has no known column
     * @throws UsageException if a known column occurs twice
     */
    static Optional<RecordParser> of(RawRecord header) {
        return SEPARATORS
                .chars()
                .mapToObj(separator -> of((char) separator, header))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.columns.size() >= other.columns.size() ? one : other);
    }

    private static Optional<RecordParser> of(char separator, RawRecord header) {
        Map<UploadColumn, Integer> columns = new EnumMap<>(UploadColumn.class);
        List<String> names = fields(separator, header).orElse(List.of());
        for (int index = 0; index < names.size(); index++) {
            int position = index;
            UploadColumn.named(names.get(index)).ifPresent(column -> add(column, position, columns, header));
        }
        return Optional.of(new RecordParser(separator, columns, names.size())).filter(some -> !columns.isEmpty());
    }

    private static void add(UploadColumn column, int position, Map<UploadColumn, Integer> columns, RawRecord header) {
        if (columns.put(column, position) != null) {
            throw new UsageException(Problem.of(
                    "line " + header.line() + " has two columns for the " + column.description(),
                    "rename the column that was not uploaded"));
        }
    }

    /** Returns the fields, or empty if text follows a closing quote or a quote is not closed. */
    private static Optional<List<String>> fields(char separator, RawRecord record) {
        String text = record.text();
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(CsvReader.builder()
                            .fieldSeparator(separator)
                            .trimWhitespacesAroundQuotes(true)
                            .skipEmptyLines(false)
                            .ofSingleCsvRecord(text)
                            .getFields())
                    .filter(fields -> !record.isOpen());
        } catch (CsvParseException invalid) {
            return Optional.empty();
        }
    }

    private static UsageException unreadable(RawRecord record) {
        return new UsageException(Problem.of(
                "line " + record.line() + " is not valid CSV",
                record.isOpen() ? "a quote is not closed" : "text follows a closing quote",
                "correct the line; a quote within quotes is doubled"));
    }

    /**
     * Parses a record.
     *
     * @return the line, or empty if all cells are blank
     * @throws UsageException if the record is not valid CSV, or has more cells than the header has columns
     */
    Optional<UploadLine> parse(RawRecord record) {
        List<String> fields = fields(separator, record).orElseThrow(() -> unreadable(record));
        if (fields.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        if (fields.stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            throw new UsageException(Problem.of(
                    "line " + record.line() + " has more cells than the header has columns",
                    "enclose cells that contain the separator in quotes"));
        }
        return Optional.of(
                UploadLine.of(cell(UploadColumn.SERIAL_NUMBER, fields), cell(UploadColumn.PRODUCT_KEY, fields)));
    }

    private String cell(UploadColumn column, List<String> fields) {
        return Stream.ofNullable(columns.get(column))
                .filter(position -> position < fields.size())
                .map(fields::get)
                .findFirst()
                .orElse("");
    }
}
