package io.github.devicebatch.application.upload;

import io.github.devicebatch.domain.ProductKey;
import java.util.Optional;
import java.util.stream.Stream;

/** Result of an {@link UploadJoin}: what became of each line, and the rows without a line. Immutable and thread-safe. */
public final class JoinedUpload {

    private final JoinState state;
    private final Identities.Texts texts;
    private final IntSequence batchEnds;

    JoinedUpload(JoinState state, Identities.Texts texts, IntSequence batchEnds) {
        this.state = state;
        this.texts = texts;
        this.batchEnds = batchEnds;
    }

    /**
     * Returns the number of lines.
     */
    public int lines() {
        return state.lines();
    }

    /**
     * Returns the result of a line.
     *
     * @param index the position of the line, from 0
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public LineResult line(int index) {
        return state.line(index);
    }

    /**
     * Returns the rows that no line was joined with, in the order in which they were added.
     */
    public Stream<RowWithoutLine> rowsWithoutLine() {
        return state.rowsWithoutLine().mapToObj(this::row);
    }

    private RowWithoutLine row(int index) {
        int batch = 0;
        while (batchEnds.get(batch) <= index) {
            batch++;
        }
        int first = batch == 0 ? 0 : batchEnds.get(batch - 1);
        int serialNumber = state.rows().serialNumbers().get(index);
        int productKey = state.rows().productKeys().get(index);
        return new RowWithoutLine(
                batch,
                index - first,
                text(serialNumber, texts.serialNumbers()),
                text(productKey, texts.productKeys()).map(ProductKey::of),
                state.mismatch(index));
    }

    private static Optional<String> text(int number, TextNumbering numbering) {
        return number == TextNumbering.NONE ? Optional.empty() : Optional.of(numbering.text(number));
    }

    /**
     * A row that no line was joined with.
     *
     * @param batch the position of its batch in the order of {@link UploadJoin#add}, from 0
     * @param position the position of the row in its batch, from 0
     * @param serialNumber the serial number, without white space at its ends
     * @param productKey the product key, without white space at its ends
     * @param mismatch the reason
     */
    public record RowWithoutLine(
            int batch,
            int position,
            Optional<String> serialNumber,
            Optional<ProductKey> productKey,
            Mismatch mismatch) {}
}
