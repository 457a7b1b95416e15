package io.github.devicebatch.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceListTest {

    private static final String CUSTOMER = Batches.REFERENCE.customer().toString();
    private static final String FIRST = Batches.REFERENCE.tracking().toString();
    private static final String SECOND = Batches.anotherBatch().tracking().toString();

    private final List<String> references = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();

    private final ReferenceList.Receiver receiver = new ReferenceList.Receiver() {
        @Override
        public void reference(String text, long line) {
            references.add(ReferenceText.clean(text));
            lines.add(line);
        }

        @Override
        public void unknownHeader(String text, long line) {
            headers.add(line + " " + text);
        }
    };

    private void read(String list) throws IOException {
        ReferenceList.read(new ByteArrayInputStream(list.getBytes(UTF_8)), receiver);
    }

    /** In the texts, {@code C} stands for the customer, {@code T} and {@code U} for two tracking ids, {@code ~} for the separator. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C~T\nC~U",
                "C~T\r\nC~U\r\n",
                "\"C\"~\"T\"\n\"C\"~\"U\"",
                "\"C\" ~ \"T\" \n 'C'~U ",
                "=\"C\"~=\"T\"\nC~U",
                "# comment~x\n\nC~T\n~\n# another \"comment\nC~U\n",
                "customerId~trackingId\nC~T\nC~U",
                "\ufeffCustomer ID~Tracking ID\nC~T\n\ufeffCustomer ID~Tracking ID\nC~U",
                "customer_id~tracking_id~name\nC~T~Müller\nC~U~\"Mü~ller\"",
                "name~trackingId~x~customerId\n\"two\nlines\"~T~1~C\n~U~~C",
                "serial~Location\n1~/v1//customers/C/batchJobStatus/T\n2~\"https://example.com/v1/customers/C/batchJobStatus/U\"",
                "C/T~first upload\nC/U~second",
                "/customers/C/batchJobStatus/T~x\nLocation: /customers/C/batchJobStatus/U~y",
                "reference~name\nC/T~x\n'C/U'~y",
                "SEP=~\nC~T\nC~U",
                "Kunde~Vorgang\nC~T\nC~U"
            })
    void readsSeparatedValues(String form) throws IOException {
        for (String separator : List.of(",", ";", "\t")) {
            references.clear();
            headers.clear();

            read(filled(form).replace("~", separator));

            assertThat(references)
                    .allSatisfy(reference -> assertThat(reference).contains(CUSTOMER))
                    .satisfiesExactly(
                            first -> assertThat(first).contains(FIRST),
                            second -> assertThat(second).contains(SECOND));
        }
    }

    private static String filled(String form) {
        return form.replaceAll("\\bC\\b", CUSTOMER).replaceAll("\\bT\\b", FIRST).replaceAll("\\bU\\b", SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trackingId\nT\nU",
                "\"Tracking ID\"\r\n\"T\"\r\n\"U\"\r\n",
                "trackingId;serial\nT;1\nU;2",
                "T,\nU,",
                "[\"T\", \"U\"]",
                "{\"trackingId\":\"T\"}\n{\"trackingId\":\"U\"}"
            })
    void readsBareTrackingIds(String form) throws IOException {
        read(filled(form));

        assertThat(references).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[{\"customerId\":\"C\",\"trackingId\":\"T\",\"x\":{\"deviceId\":\"d\"}},{\"trackingId\":\"U\",\"customerId\":\"C\"}]}",
                "{\"event\":\"started\",\"note\":\"}]\\\"{\"}\n{\"customerId\":\"C\",\"trackingId\":\"T\"}\r\n\r\n{\"customerId\":\"C\",\"trackingId\":\"U\"}\n",
                "[\"C/T\",\"/customers/C/batchJobStatus/U\"]",
                "\ufeff [\n  {\"location\": \"/v1//customers/C/batchJobStatus/T\"},\n  {\"Reference\": \"C/U\", \"tags\": [\"a\"]}\n]",
                "{\"path\":\"C:\\\\\",\"customerId\":\"C\",\"trackingId\":\"T\"}{\"customerId\":\"C\",\"trackingId\":\"U\"}\ufeff"
            })
    void readsJson(String form) throws IOException {
        read(filled(form));

        assertThat(references)
                .satisfiesExactly(
                        first -> assertThat(first).contains(CUSTOMER, FIRST),
                        second -> assertThat(second).contains(CUSTOMER, SECOND));
    }

    /** The first bytes of a workbook, of an old workbook, of a picture, and of a list with a line that is not text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "504b0304140000000800",
                "d0cf11e0a1b11ae10000000000000000",
                "89504e470d0a1a0a0000000d",
                "610a620063"
            })
    void refusesWhatIsNotText(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);

        assertThatThrownBy(() -> ReferenceList.read(new ByteArrayInputStream(bytes), receiver))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not text; save a workbook as CSV");
        assertThat(references).isEmpty();
        assertThat(headers).isEmpty();
    }

    @Test
    void saysWhichLineItTakesForAHeaderThatItDoesNotKnow() throws IOException {
        read(filled("\n# list\nKunde;Vorgang\nC;T"));

        assertThat(headers).containsExactly("3 Kunde Vorgang");
        assertThat(lines).containsExactly(4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'# x\n\nC/T\r\nC/U\rC/T' | 3 4 5",
                "'# x\nC;T\n\nC;\"U\n\"\nC;T' | 2 4 6",
                "'[\n\"C/T\",\n\"C/U\"]' | 2 3",
                "'{\"trackingId\":\"T\"}\n\n{\"x\":1,\n\"trackingId\":\"U\"}' | 1 4"
            })
    void tellsTheLineOfEachReference(String form, String numbers) throws IOException {
        read(filled(form));

        assertThat(lines.stream().map(String::valueOf).toList()).containsExactly(numbers.split(" "));
    }

    /** Text in another encoding than UTF-8 does not matter outside the ids. */
    @Test
    void readsSeparatedValuesInAnOldEncoding() throws IOException {
        byte[] list = filled("# für Müller\nC;T;Müller\nC;U;Größe").getBytes(StandardCharsets.ISO_8859_1);

        ReferenceList.read(new ByteArrayInputStream(list), receiver);

        assertThat(references).hasSize(2);
    }

    /** Input that never ends, or is not in its format. */
    @Nested
    class Unusable {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a     | line 1 is longer than 65536 characters; give one reference per line",
                    "'{\"a' | it has a text of more than 65536 characters",
                    "'{\"\\' | it has a text of more than 65536 characters",
                    "'[ '  | it has a text of more than 65536 characters",
                    "'a,\"b' | its quotes are not those of CSV, or a cell has more than 65536 characters",
                    "'\n'  | it is longer than 1000000 bytes",
                    "'#\n' | it is longer than 1000000 bytes"
                })
        void isBounded(String beginning, String message) {
            assertThatThrownBy(() -> ReferenceList.read(new Endless(beginning), 1_000_000, receiver))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(message);
        }

        @Test
        void zerosAreBounded() {
            assertThatThrownBy(() -> ReferenceList.read(new Endless("\0"), 1_000_000, receiver))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("line 1 is longer than 65536 characters");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "{\"a\":}", "[1,]", "{} x", "[\"a\"", "{\"a\":\"b\nc\"}", "{\"a\":1}}"})
        void saysThatItIsNotJson(String json) {
            assertThatThrownBy(() -> read(json))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("it is not JSON: ");
        }
    }

    /** Stream that repeats the last character of its beginning without end; a beginning that ends in a line feed as a whole. */
    private static final class Endless extends InputStream {

        private final byte[] bytes;
        private int index;

        Endless(String beginning) {
            this.bytes = beginning.getBytes(UTF_8);
        }

        @Override
        public int read() {
            if (index == bytes.length) {
                index = bytes[bytes.length - 1] == '\n' ? 0 : bytes.length - 1;
            }
            return bytes[index++];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int count = 0; count < length; count++) {
                target[offset + count] = (byte) read();
            }
            return length;
        }
    }

    /** Output of this command, as input. */
    @Nested
    @ExtendWith(FakePartnerCenterExtension.class)
    class ReadBack {

        private final FakePartnerCenter partnerCenter;

        ReadBack(FakePartnerCenter partnerCenter) {
            this.partnerCenter = partnerCenter;
        }

        @ParameterizedTest
        @ValueSource(strings = {"json", "jsonl", "csv"})
        void readsTheOutputOfStatusAndWait(String format) {
            for (String command : List.of("status", "wait")) {
                List.of(Batches.REFERENCE, Batches.anotherBatch())
                        .forEach(batch -> partnerCenter.script(batch).then(Batches.finished(batch.tracking())));
                CommandTester tester = CommandTester.asking(partnerCenter).with("DEVICEBATCH_CONCURRENCY", "1");
                String output = tester.run(
                                command,
                                Batches.REFERENCE.toString(),
                                Batches.anotherBatch().toString(),
                                "-o",
                                format)
                        .out();
                references.clear();

                assertThat(tester.input(output)
                                .run("status", "-q", "-", "-o", "csv")
                                .out())
                        .isEqualTo(tester.run(
                                        "status",
                                        "-q",
                                        Batches.REFERENCE.toString(),
                                        Batches.anotherBatch().toString(),
                                        "-o",
                                        "csv")
                                .out());
            }
        }
    }
}
