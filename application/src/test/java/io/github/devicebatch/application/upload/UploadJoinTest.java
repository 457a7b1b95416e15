package io.github.devicebatch.application.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.AcceptedErrors;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.DeviceState;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.domain.KnownDeviceError;
import io.github.devicebatch.domain.ProductKey;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadJoinTest {

    /** A line is {@code serial+key}; a row is {@code serial+key:result}; {@code +} alone has neither. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 10_000, textBlock = """
            one device                       | A          | A:640                 | HELPS                              |
            registered                       | A          | A:ok                  | registered                         |
            not final                        | A          | A:run                 | unsettled                          |
            each advice                      | A B C D E  | A:640 B:802 C:803 D:808 E:806 | HELPS HELPS_AFTER_NEW_CAPTURE HELPS_AFTER_CORRECTION HELPS_AFTER_REMOVAL DOES_NOT_HELP |
            an undocumented error            | A          | A:999                 | NOT_KNOWN                          |
            in another order                 | A B        | B:640 A:ok            | registered HELPS                   |
            case of letters                  | ab-1z      | AB-1Z:640             | HELPS                              |
            case outside ASCII counts        | é          | É:640                 | NO_COUNTERPART                     | NO_COUNTERPART
            leading zeros count              | 12         | 0012:640              | SIMILAR_SERIAL_NUMBER              | SIMILAR_SERIAL_NUMBER
            and tell devices apart           | 12 012     | 012:640 12:ok         | registered HELPS                   |
            zeros only                       | 0          | 000:640               | SIMILAR_SERIAL_NUMBER              | SIMILAR_SERIAL_NUMBER
            hyphens count                    | A-1        | A1:640                | SIMILAR_SERIAL_NUMBER              | SIMILAR_SERIAL_NUMBER
            no row                           | A B        | A:640                 | HELPS NO_COUNTERPART               |
            no line                          | A          | A:640 B:640           | HELPS                              | NO_COUNTERPART
            no rows at all                   | A          |                       | NO_COUNTERPART                     |
            no lines at all                  |            | A:640                 |                                    | NO_COUNTERPART
            product key alone                | +K         | +k:640                | HELPS                              |
            both                             | A+K        | A+K:640               | HELPS                              |
            row without key                  | A+K        | A:640                 | HELPS                              |
            row without serial number        | A+K        | +K:640                | HELPS                              |
            line without key                 | A          | A+K:640               | HELPS                              |
            line without serial number       | +K         | A+K:640               | HELPS                              |
            key tells duplicates apart       | A+K A+L    | A+L:640 A+K:ok        | registered HELPS                   |
            both before one                  | A+K A      | A:ok A+K:640          | HELPS registered                   |
            serial contradicts               | A+K        | B+K:640               | CONTRADICTION                      | CONTRADICTION
            key contradicts                  | A+K        | A+L:640               | CONTRADICTION                      | CONTRADICTION
            duplicates, same result          | A A        | A:640 A:640           | HELPS HELPS                        |
            duplicates, same advice          | A A        | A:808 A:811           | HELPS_AFTER_REMOVAL HELPS_AFTER_REMOVAL |
            duplicates, both registered      | A A        | A:ok A:ok             | registered registered              |
            duplicates, different results    | A A        | A:640 A:ok            | DIFFERENT_RESULTS DIFFERENT_RESULTS | DIFFERENT_RESULTS DIFFERENT_RESULTS
            duplicates, different advice     | A a        | A:640 A:808           | DIFFERENT_RESULTS DIFFERENT_RESULTS | DIFFERENT_RESULTS DIFFERENT_RESULTS
            three results, two alike         | A A A      | A:640 A:ok A:640      | DIFFERENT_RESULTS DIFFERENT_RESULTS DIFFERENT_RESULTS | DIFFERENT_RESULTS DIFFERENT_RESULTS DIFFERENT_RESULTS
            more lines than rows             | A A        | A:640                 | DIFFERENT_COUNTS DIFFERENT_COUNTS  | DIFFERENT_COUNTS
            more rows than lines             | A          | A:640 A:640           | DIFFERENT_COUNTS                   | DIFFERENT_COUNTS DIFFERENT_COUNTS
            duplicates of both               | A+K A+K    | A+K:640               | DIFFERENT_COUNTS DIFFERENT_COUNTS  | DIFFERENT_COUNTS
            duplicates of keys               | +K +K      | +K:640 +K:ok          | DIFFERENT_RESULTS DIFFERENT_RESULTS | DIFFERENT_RESULTS DIFFERENT_RESULTS
            position                         | A + B +    | B:ok +:640 A:ok +:808 | registered HELPS registered HELPS_AFTER_REMOVAL |
            position, counts differ          | A + +      | A:ok +:640            | registered NO_IDENTIFICATION NO_IDENTIFICATION | NO_IDENTIFICATION
            position, a named line left      | A B        | A:ok +:640            | registered NO_COUNTERPART          | NO_IDENTIFICATION
            position of all                  | A +K + B   | +:ok +:640 +:808 +:run | registered HELPS HELPS_AFTER_REMOVAL unsettled |
            position of all, counts differ   | A B        | +:ok                  | NO_COUNTERPART NO_COUNTERPART      | NO_IDENTIFICATION
            """)
    void joins(String situation, String lines, String rows, String results, String mismatches) {
        UploadJoin join = new UploadJoin();
        join.add(words(rows).map(UploadJoinTest::row).toList());
        JoinedUpload joined = join.join(words(lines).map(UploadJoinTest::line).iterator());

        assertThat(results(joined)).as(situation).isEqualTo(words(results).collect(Collectors.joining(" ")));
        assertThat(joined.rowsWithoutLine().map(row -> row.mismatch().name()))
                .as(situation)
                .isEqualTo(words(mismatches).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ' A1 '|A1
            '\tA1'|'A1\u00a0'
            '\ufeffA1'|A1
            '\u200bA1\u3000'|A1
            'A 1'|'a 1'
            """)
    void ignoresWhiteSpaceAndInvisibleCharactersAtTheEnds(String line, String row) {
        UploadJoin join = new UploadJoin();
        join.add(List.of(row(row + ":640")));

        assertThat(results(join.join(List.of(new UploadLine(Optional.of(line), Optional.empty()))
                        .iterator())))
                .isEqualTo("HELPS");
    }

    @Test
    void innerSpacesCount() {
        UploadJoin join = new UploadJoin();
        join.add(List.of(row("A1:640")));

        assertThat(results(join.join(List.of(UploadLine.of("A 1", "")).iterator())))
                .isEqualTo("SIMILAR_SERIAL_NUMBER");
    }

    @Test
    void aBlankSerialNumberOfARowIsMissing() {
        UploadJoin join = new UploadJoin();
        join.add(List.of(row("\u00a0:640")));

        assertThat(results(join.join(List.of(UploadLine.of(" ", "\t")).iterator())))
                .isEqualTo("HELPS");
    }

    @Test
    void namesTheErrorsOfLinesThatShareThem() {
        UploadJoin join = new UploadJoin();
        join.add(List.of(row("A:808"), row("A:811")));

        assertThat(join.join(Stream.of("A", "A").map(UploadJoinTest::line).iterator())
                        .line(1))
                .isEqualTo(
                        new LineResult.Failed(ReuploadAdvice.HELPS_AFTER_REMOVAL, List.of(error("808"), error("811"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an accepted error            | A          | A:806                     | accepted
            others are not accepted      | A B        | A:806 B:808               | accepted HELPS_AFTER_REMOVAL
            no error                     | A          | A:                        | NOT_KNOWN
            duplicates, both accepted    | A A        | A:806 A:999               | accepted accepted
            duplicates, one registered   | A A        | A:806 A:ok                | accepted accepted
            duplicates, one accepted     | A A        | A:ok A:806                | accepted accepted
            three duplicates             | A A A      | A:ok A:806 A:ok           | accepted accepted accepted
            duplicates, one failed       | A A        | A:806 A:640               | DIFFERENT_RESULTS DIFFERENT_RESULTS
            duplicates, one pending      | A A        | A:run A:806               | DIFFERENT_RESULTS DIFFERENT_RESULTS
            by position                  | + +        | +:806 +:640               | accepted HELPS
            """)
    void acceptsTheErrorsOfTheStatus(String situation, String lines, String rows, String results) {
        UploadJoin join = new UploadJoin();
        join.add(status(rows).accepting(AcceptedErrors.of("806", "999")));

        assertThat(results(join.join(words(lines).map(UploadJoinTest::line).iterator())))
                .as(situation)
                .isEqualTo(results);
    }

    @Test
    void acceptsNoErrorByItself() {
        UploadJoin join = new UploadJoin();
        join.add(status("A:806"));

        assertThat(results(join.join(words("A").map(UploadJoinTest::line).iterator())))
                .isEqualTo("DOES_NOT_HELP");
    }

    @Test
    void namesTheAcceptedErrorsOfLinesThatShareThem() {
        UploadJoin join = new UploadJoin();
        join.add(status("A:806 A:ok A:999 A:806").accepting(AcceptedErrors.of("806", "999")));

        assertThat(join.join(words("A A A A").map(UploadJoinTest::line).iterator())
                        .line(1))
                .isEqualTo(new LineResult.Accepted(List.of(error("806"), error("999"))));
    }

    @Nested
    class OfSeveralBatches {

        @Test
        void joinsByIdentification() {
            UploadJoin join = new UploadJoin();
            join.add(List.of(row("A:640")));
            join.add(List.of(row("B:ok")));

            assertThat(results(join.join(
                            Stream.of("B", "A").map(UploadJoinTest::line).iterator())))
                    .isEqualTo("registered HELPS");
        }

        @Test
        void neverJoinsByPosition() {
            UploadJoin join = new UploadJoin();
            join.add(List.of(row("+:640")));
            join.add(List.of(row("+:640")));

            assertThat(results(join.join(
                            Stream.of("+", "+").map(UploadJoinTest::line).iterator())))
                    .isEqualTo("NO_IDENTIFICATION NO_IDENTIFICATION");
        }

        @Test
        void saysWhereARowWithoutLineIs() {
            UploadJoin join = new UploadJoin();
            join.add(List.of());
            join.add(List.of(row("A:640")));
            join.add(List.of(row("B:ok"), row(" Bc + K1:ok")));

            assertThat(join.join(Stream.of("A", "B").map(UploadJoinTest::line).iterator())
                            .rowsWithoutLine())
                    .containsExactly(new JoinedUpload.RowWithoutLine(
                            2, 1, Optional.of("Bc"), Optional.of(ProductKey.of("K1")), Mismatch.NO_COUNTERPART));
        }
    }

    @Test
    void keepsTheOrderOfThousandsOfLines() {
        int count = 5_000;
        UploadJoin join = new UploadJoin();
        join.add(IntStream.range(0, count)
                .mapToObj(number -> row("SN%05d:%s".formatted(count - 1 - number, number % 2 == 0 ? "ok" : "640")))
                .toList());
        JoinedUpload joined = join.join(IntStream.range(0, count)
                .mapToObj(number -> UploadLine.of("sn%05d".formatted(number), ""))
                .iterator());

        assertThat(joined.lines()).isEqualTo(count);
        assertThat(IntStream.range(0, count).mapToObj(joined::line))
                .allSatisfy(result -> assertThat(result).isNotInstanceOf(LineResult.NotJoined.class));
        assertThat(joined.line(0)).isInstanceOf(LineResult.Failed.class);
        assertThat(joined.line(1)).isInstanceOf(LineResult.Registered.class);
        assertThat(joined.rowsWithoutLine()).isEmpty();
    }

    private static BatchStatus status(String rows) {
        return new BatchStatus(
                BatchTrackingId.parse("0127ed8e-ff72-4983-a3d8-e8d8bd378932"),
                BatchState.Listed.FINISHED,
                Optional.empty(),
                Optional.empty(),
                words(rows).map(UploadJoinTest::row).toList(),
                List.of());
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.empty() : Arrays.stream(text.split("\\s+"));
    }

    private static UploadLine line(String text) {
        String[] parts = (text + "+").split("\\+", -1);
        return UploadLine.of(parts[0], parts[1]);
    }

    private static DeviceStatus row(String text) {
        String identification = text.substring(0, text.indexOf(':'));
        String result = text.substring(text.indexOf(':') + 1);
        String[] parts = (identification + "+").split("\\+", -1);
        return new DeviceStatus(
                Optional.empty(),
                Optional.of(parts[0]).filter(serial -> !serial.isEmpty()),
                Optional.of(parts[1]).filter(key -> !key.isBlank()).map(ProductKey::of),
                switch (result) {
                    case "ok" -> DeviceState.Listed.FINISHED;
                    case "run" -> DeviceState.Listed.PROCESSING;
                    default -> DeviceState.Listed.FINISHED_WITH_ERRORS;
                },
                result.matches("\\d+") ? Optional.of(error(result)) : Optional.empty());
    }

    private static DeviceError error(String code) {
        return new DeviceError(Optional.of(code), KnownDeviceError.byCode(code).map(KnownDeviceError::vendorName));
    }

    private static String results(JoinedUpload joined) {
        return IntStream.range(0, joined.lines())
                .mapToObj(joined::line)
                .map(result -> switch (result) {
                    case LineResult.Registered registered -> "registered";
                    case LineResult.Accepted accepted -> "accepted";
                    case LineResult.Unsettled unsettled -> "unsettled";
                    case LineResult.Failed failed -> failed.advice().name();
                    case LineResult.NotJoined notJoined -> notJoined.mismatch().name();
                })
                .collect(Collectors.joining(" "));
    }
}
