package io.github.devicebatch.cli.output.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableLinesTest {

    private static final int ROWS = 10_000;

    private final AtomicInteger read = new AtomicInteger();
    private final TableLines table = new TableLines(
            List.of("NUMBER", "NOTHING", "TEXT"),
            () -> IntStream.range(0, ROWS)
                    .mapToObj(number -> List.of("" + number, TextTable.NO_VALUE, "two words of row " + number))
                    .peek(row -> read.incrementAndGet()));

    @Test
    void aRowIsReadForTheWidthsAndWhenItsLineIsRead() {
        Iterator<String> lines = table.within(TextTable.ANY_WIDTH, List.of()).iterator();
        assertThat(read).hasValue(ROWS);

        assertThat(lines.next()).isEqualTo("NUMBER  TEXT");
        assertThat(lines.next()).isEqualTo("0       two words of row 0");
        assertThat(read.get()).isBetween(ROWS + 1, ROWS + 2);

        assertThat(lines).toIterable().hasSize(ROWS - 1);
        assertThat(read).hasValue(2 * ROWS);
    }

    @Test
    void theLastColumnIsWrappedBetweenWords() {
        assertThat(table.within(20, List.of()).limit(4))
                .containsExactly("NUMBER  TEXT", "0       two words of", "        row 0", "1       two words of");
    }

    @Test
    void droppableColumnsAreLeftOutIfTheTableIsTooWide() {
        assertThat(table.within(22, List.of("NUMBER")).limit(2)).containsExactly("TEXT", "two words of row 0");
        assertThat(table.within(80, List.of("NUMBER")).limit(1)).containsExactly("NUMBER  TEXT");
    }
}
