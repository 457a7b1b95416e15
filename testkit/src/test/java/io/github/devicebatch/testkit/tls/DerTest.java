package io.github.devicebatch.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerTest {

    @ParameterizedTest
    @CsvSource({
        "2.5.4.3, 0603550403",
        "1.2.840.10045.4.3.2, 06082a8648ce3d040302",
        "1.2.127.128.0, 06052a7f810000",
        "2.999.3, 0603883703"
    })
    void writesObjectIdentifiers(String dotted, String hex) {
        assertThat(hex(Der.identifier(dotted))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"0, 020100", "127, 02017f", "128, 02020080", "256, 02020100"})
    void writesIntegersWithTheirSign(long value, String hex) {
        assertThat(hex(Der.integer(BigInteger.valueOf(value)))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"0, 0400", "127, 047f", "128, 048180", "255, 0481ff", "256, 04820100", "70000, 0483011170"})
    void writesTheShortestLength(int length, String hex) {
        byte[] encoded = Der.octets(new byte[length]);
        assertThat(hex(encoded)).startsWith(hex);
        assertThat(encoded).hasSize(hex.length() / 2 + length);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59Z, 170d, 991231235959Z",
        "2049-12-31T23:59:59Z, 170d, 491231235959Z",
        "2050-01-01T00:00:00Z, 180f, 20500101000000Z"
    })
    void writesYearsWithFourDigitsFrom2050On(Instant moment, String tagAndLength, String text) {
        assertThat(hex(Der.time(moment))).isEqualTo(tagAndLength + hex(text.getBytes()));
    }

    @Test
    void nests() {
        assertThat(hex(Der.sequence(Der.set(Der.yes()), Der.text("\u00e4"), Der.bits(new byte[] {5}))))
                .isEqualTo("300d" + "31030101ff" + "0c02c3a4" + "03020005");
        assertThat(hex(Der.explicit(3, Der.implicit(2, new byte[] {'x'})))).isEqualTo("a303820178");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
