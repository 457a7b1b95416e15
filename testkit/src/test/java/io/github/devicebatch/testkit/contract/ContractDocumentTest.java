package io.github.devicebatch.testkit.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/contract.md} agree with the code. */
class ContractDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "contract.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (BSQ-\\d\\d) \\| (.+?) \\| `(\\w+)` \\| (.+?) \\|(?: (.+?) \\|)?$");

    private List<MatchResult> rows;

    @BeforeEach
    void read() throws IOException {
        rows = ROW.matcher(Files.readString(DOCUMENT)).results().toList();
    }

    @Test
    void numbersThePromisesWithoutGaps() {
        assertThat(rows)
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 35)
                        .mapToObj("BSQ-%02d"::formatted)
                        .toList());
    }

    @Test
    void listsTheDisplayNameAndTheMethodOfEveryPromise() {
        Stream<String> promises = Arrays.stream(BatchStatusQueryContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(ContractDocumentTest::promise);

        assertThat(rows)
                .extracting(row -> row.group(1) + " " + row.group(2) + ": " + row.group(3))
                .containsExactlyElementsOf(promises.sorted().toList());
    }

    @Test
    void namesTheBrokenQueriesOfEveryPromise() {
        Map<String, String> broken = BatchStatusQueryContractTest.brokenQueries().stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .collect(groupingBy(
                        type -> type.getAnnotation(Breaks.class).value(),
                        mapping(type -> "`" + type.getSimpleName() + "`", joining(", "))));

        assertThat(rows).allSatisfy(row -> assertThat(row.group(5)).isEqualTo(broken.get(row.group(1))));
    }

    private static String promise(Method test) {
        return test.getAnnotation(DisplayName.class).value() + ": " + test.getName();
    }
}
