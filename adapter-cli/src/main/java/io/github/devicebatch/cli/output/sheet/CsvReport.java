package io.github.devicebatch.cli.output.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.LineBufferedWriter;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.Excerpt;
import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * CSV for spreadsheets (RFC 4180): a header, then one row for each device. A wait writes the rows of a batch when it is
 * final. A note on standard error names each batch without rows.
 */
public final class CsvReport implements StatusReport, WaitReport {

    private static final String FORMULA_PREFIXES = "=+-@\u2212";

    private final CsvWriter csv;
    private final DeviceCells cells;

    public CsvReport(StandardOutput output, DeviceFilter devices, Messages messages) {
        this.csv = CsvWriter.builder().autoFlush(true).build(new LineBufferedWriter(output, UnaryOperator.identity()));
        this.cells = new DeviceCells(devices, messages);
        csv.writeRecord(DeviceCells.HEADER);
    }

    @Override
    public void add(BatchReference batch, BatchStatusAnswer answer) {
        if (answer instanceof Found found) {
            write(batch, found);
        }
    }

    @Override
    public void end(WaitResult result) {
        result.snapshot().found().ifPresent(found -> write(result.batch(), found));
    }

    @Override
    public void end(Summary summary) {
        // CSV has no summary
    }

    private void write(BatchReference batch, Found found) {
        cells.write(
                batch,
                found,
                row -> csv.writeRecord(row.stream().map(CsvReport::safe).toList()));
    }

    /** Prefixes what a spreadsheet may take for a formula with an apostrophe, and escapes invisible characters. */
    private static String safe(String text) {
        return new Excerpt(isFormula(text) ? "'" + text : text).text();
    }

    /**
     * Checks whether text begins with the sign of a formula, in any compatible form such as a full-width one. Spreadsheets may skip
     * white space and invisible characters before it; a tab or line break at the beginning starts a cell of its own.
     */
    private static boolean isFormula(String text) {
        return text.startsWith("\t")
                || text.startsWith("\r")
                || text.codePoints()
                        .filter(character -> Excerpt.isVisible(character) && !Character.isSpaceChar(character))
                        .limit(1)
                        .anyMatch(CsvReport::isFormulaSign);
    }

    private static boolean isFormulaSign(int character) {
        String compatible = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return FORMULA_PREFIXES.indexOf(compatible.charAt(0)) >= 0;
    }
}
