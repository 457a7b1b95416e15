package io.github.devicebatch.application.upload;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import java.util.Iterator;

/**
 * Join of an uploaded list with the device rows of the service: the rows of one or more batches are added first, then the lines.
 *
 * <p>A line and a row are compared by serial number and product key. Case of ASCII letters is ignored, and so are white space and
 * invisible characters at both ends. Everything else counts: leading zeros, inner spaces, hyphens. Each step below takes the
 * lines and rows that no earlier step took.
 *
 * <ol>
 *   <li>Lines and rows that have both are joined if both are equal.
 *   <li>Lines and rows with the same serial number are joined, unless both sides have product keys.
 *   <li>Lines and rows with the same product key are joined, unless both sides have serial numbers.
 *   <li>Lines and rows without both are joined by position, if there is one batch and they are equally many. If no row of the
 *       batch has either, all lines and all rows are joined by position, if they are equally many.
 * </ol>
 *
 * <p>Several lines or rows with the same identification are joined only if lines and rows are equally many and all rows have the
 * same result, so that it does not matter which line belongs to which row. Whatever is not joined has a {@link Mismatch}.
 *
 * <p>The memory is constant for each row and each line and does not depend on the length of a line. Not thread-safe.
 */
public final class UploadJoin {

    private final Identities.Texts texts = new Identities.Texts();
    private final Identities rows = new Identities();
    private final IntSequence rowResults = new IntSequence();
    private final ResultNumbering results = new ResultNumbering();
    private final IntSequence batchEnds = new IntSequence();

    /** Creates a join without rows. */
    public UploadJoin() {}

    /**
     * Adds the rows of a batch. The status is not kept.
     *
     * @param status a status of the batch; that of a batch that is not final gives results that are not final. Devices that failed
     *     with one of its accepted errors are {@link LineResult.Accepted}
     */
    public void add(BatchStatus status) {
        add(status.devices(), status.acceptedErrors());
    }

    /**
     * Adds the rows of a batch, without accepted errors.
     *
     * @param devices the rows, in the order of the service; no row is kept
     */
    public void add(Iterable<DeviceStatus> devices) {
        add(devices, AcceptedErrors.NONE);
    }

    private void add(Iterable<DeviceStatus> devices, AcceptedErrors accepted) {
        for (DeviceStatus device : devices) {
            rows.add(device.serialNumber(), device.productKey(), texts);
            rowResults.add(results.number(LineResult.of(device, accepted)));
        }
        batchEnds.add(rows.size());
    }

    /**
     * Joins lines with the rows that have been added. To be called once.
     *
     * @param lines the lines, in the order of the upload; each is read once and not kept
     * @return the result of each line, and the rows without a line
     */
    public JoinedUpload join(Iterator<UploadLine> lines) {
        Identities identities = new Identities();
        requireNonNull(lines, "lines")
                .forEachRemaining(line -> identities.add(line.serialNumber(), line.productKey(), texts));
        JoinState state = new JoinState(identities, rows, rowResults, results);
        for (JoinKey key : JoinKey.values()) {
            state.joinBy(key, key.numbers(texts).size());
        }
        if (batchEnds.size() == 1) {
            state.joinByPosition();
        }
        state.explainTheRest(texts.serialNumbers());
        return new JoinedUpload(state, texts, batchEnds);
    }
}
