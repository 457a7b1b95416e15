package io.github.devicebatch.cli.output.sheet;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.output.DeviceFilter;
import io.github.devicebatch.cli.output.StatusReport;
import io.github.devicebatch.cli.output.Summary;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.output.WaitResult;
import io.github.devicebatch.cli.terminal.StandardOutput;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.Excerpt;
import java.io.IOException;

/**
 * Workbook for spreadsheets with the rows of {@link CsvReport}. Every cell is text, so that a program neither calculates nor
 * converts it. It is kept compressed in memory and written as a whole at the end.
 */
public final class XlsxReport implements StatusReport, WaitReport {

    private final StandardOutput output;
    private final DeviceCells cells;
    private final XlsxWriter workbook = new XlsxWriter("devices", DeviceCells.HEADER);

    public XlsxReport(StandardOutput output, DeviceFilter devices, Messages messages) {
        this.output = output;
        this.cells = new DeviceCells(devices, messages);
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

    private void write(BatchReference batch, Found found) {
        cells.write(
                batch,
                found,
                row -> workbook.row(
                        row.stream().map(cell -> new Excerpt(cell).text()).toList()));
    }

    @Override
    public boolean isLostUnlessEnded() {
        return true;
    }

    @Override
    public void end(Summary summary) {
        try {
            workbook.closeTo(output.stream());
            output.stream().flush();
        } catch (IOException unwritten) {
            throw output.failure(unwritten);
        }
    }
}
