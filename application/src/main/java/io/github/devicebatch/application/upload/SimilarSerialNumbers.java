package io.github.devicebatch.application.upload;

import java.util.BitSet;

/** Serial numbers of lines and rows that were not joined, compared without leading zeros, spaces and hyphens. Not thread-safe. */
final class SimilarSerialNumbers {

    private final TextNumbering serialNumbers;
    private final TextNumbering simplified = new TextNumbering();
    private final BitSet ofLines = new BitSet();
    private final BitSet ofRows = new BitSet();

    SimilarSerialNumbers(TextNumbering serialNumbers) {
        this.serialNumbers = serialNumbers;
    }

    void addLine(int serialNumber) {
        add(serialNumber, ofLines);
    }

    void addRow(int serialNumber) {
        add(serialNumber, ofRows);
    }

    private void add(int serialNumber, BitSet side) {
        if (serialNumber != TextNumbering.NONE) {
            side.set(simplified.add(simplify(serialNumber)));
        }
    }

    /** Returns why a line or row was not joined. */
    Mismatch mismatch(Identities side, int index) {
        if (side.isNameless(index)) {
            return Mismatch.NO_IDENTIFICATION;
        }
        int serialNumber = side.serialNumbers().get(index);
        if (serialNumber == TextNumbering.NONE) {
            return Mismatch.NO_COUNTERPART;
        }
        int number = simplified.find(simplify(serialNumber));
        return ofLines.get(number) && ofRows.get(number) ? Mismatch.SIMILAR_SERIAL_NUMBER : Mismatch.NO_COUNTERPART;
    }

    private String simplify(int serialNumber) {
        return serialNumbers.text(serialNumber).replaceAll("[\\p{Z}\\s-]", "").replaceFirst("^0+(?=.)", "");
    }
}
