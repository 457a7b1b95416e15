package io.github.devicebatch.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.devicebatch.http.text.TextInput;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reader of a list of separated values. The columns are those of the header, else the first two. */
final class SeparatedReferences {

    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    /** What Excel takes for the separator of a file. */
    private static final Pattern DECLARATION = Pattern.compile("(?i)\"?sep=(.)\"?");

    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ReferenceList.Receiver receiver;
    private List<String> header = List.of();
    private boolean isFirst = true;

    private SeparatedReferences(ReferenceList.Receiver receiver) {
        this.receiver = receiver;
    }

    /** Returns the separator of a list that begins with {@code beginning}; empty if its lines have one cell. */
    static Optional<Character> separator(String beginning) {
        return beginning
                .lines()
                .filter(line -> ReferenceList.isSignificant(TextInput.strip(line)))
                .findFirst()
                .flatMap(SeparatedReferences::separatorOf);
    }

    private static Optional<Character> separatorOf(String line) {
        Matcher declaration = DECLARATION.matcher(line);
        if (declaration.matches()) {
            return Optional.of(declaration.group(1).charAt(0));
        }
        String unquoted = TextInput.strip(line).replaceAll("\"[^\"]*\"", "");
        return SEPARATORS.stream()
                .filter(separator ->
                        unquoted.indexOf(separator) >= 0 && unquoted.indexOf(separator) < unquoted.length() - 1)
                .max((one, other) -> Long.compare(count(one, unquoted), count(other, unquoted)));
    }

    private static long count(char separator, String line) {
        return line.chars().filter(character -> character == separator).count();
    }

    static void read(Reader reader, char separator, ReferenceList.Receiver receiver) throws IOException {
        SeparatedReferences references = new SeparatedReferences(receiver);
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(ReferenceList.MAX_LENGTH)
                .ofCsvRecord(reader)) {
            rows.forEach(row -> references.add(
                    row.getFields().stream().map(TextInput::strip).toList(), row.getStartingLineNumber()));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (CsvParseException malformed) {
            throw new ListFormatException("its quotes are not those of CSV, or a cell has more than "
                    + ReferenceList.MAX_LENGTH + " characters: " + malformed.getMessage());
        }
    }

    private void add(List<String> cells, long line) {
        boolean isBlank = cells.stream().allMatch(String::isEmpty);
        boolean isDeclaration = line == 1 && cells.getFirst().regionMatches(true, 0, "sep=", 0, 4);
        if (isBlank || isDeclaration || cells.getFirst().startsWith("#") || cells.equals(header)) {
            return;
        }
        if (isFirst && cells.stream().noneMatch(cell -> ID.matcher(cell).find())) {
            header = cells;
            if (cells.stream().noneMatch(ListColumn::isName)) {
                receiver.unknownHeader(String.join(" ", cells), line);
            }
        } else {
            receiver.reference(reference(cells), line);
        }
        isFirst = false;
    }

    private String reference(List<String> cells) {
        Optional<String> whole = cell(ListColumn.REFERENCE, cells);
        Optional<String> tracking = cell(ListColumn.TRACKING, cells);
        if (whole.isPresent() || tracking.isPresent()) {
            return whole.orElseGet(() -> joined(cell(ListColumn.CUSTOMER, cells).orElse(""), tracking.get()));
        }
        String first = ReferenceText.clean(cells.getFirst());
        String second = cells.size() > 1 ? ReferenceText.clean(cells.get(1)) : "";
        return first.contains("/") || second.isEmpty() ? first : joined(first, second);
    }

    private static String joined(String customer, String tracking) {
        return customer.isEmpty() ? tracking : customer + "/" + tracking;
    }

    private Optional<String> cell(ListColumn column, List<String> cells) {
        OptionalInt index = IntStream.range(0, Math.min(header.size(), cells.size()))
                .filter(number -> column.isNamed(header.get(number)))
                .findFirst();
        return index.isEmpty()
                ? Optional.empty()
                : Optional.of(ReferenceText.clean(cells.get(index.getAsInt()))).filter(text -> !text.isEmpty());
    }
}
