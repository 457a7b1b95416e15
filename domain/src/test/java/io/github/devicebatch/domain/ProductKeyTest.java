package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"00329-00000-0003-AA606", " aa606 ", "A"})
    void revealsTheKeyAsItWasSent(String key) {
        assertThat(ProductKey.of(key).reveal()).isEqualTo(key);
    }

    @Test
    void isEqualToTheSameKeyAndToNothingElse() {
        ProductKey key = ProductKey.of("00329-00000-0003-AA606");

        assertThat(key)
                .isEqualTo(ProductKey.of("00329-00000-0003-AA606"))
                .hasSameHashCodeAs(ProductKey.of("00329-00000-0003-AA606"))
                .isNotEqualTo(ProductKey.of("99999-00000-0003-AA606"))
                .isNotEqualTo(ProductKey.of("00329-00000-0003-aa606"))
                .isNotEqualTo(null)
                .isNotEqualTo("00329-00000-0003-AA606");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void isNotBlank(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductKey.of(text))
                .withMessage("a product key is not blank");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> ProductKey.of(null)).withMessage("text");
    }

    @Nested
    class Masked {

        @ParameterizedTest
        @CsvSource({
            "00329-00000-0003-AA606, *****-*****-****-AA606",
            "12345-67890-09876-54321-13579, *****-*****-*****-*****-13579",
            "123456789AB, ******789AB",
            "123456789A, **********",
            "1234-6789A, ****-*****",
            "AA606, *****",
            "A, *"
        })
        void printsItselfMaskedButForTheEndOfALongKey(String key, String printed) {
            assertThat(ProductKey.of(key)).hasToString(printed);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb\nc\nd\ne\nfghij", "ключ-0000-0000-fghij", "        1 fghij"})
        void masksWhateverCharactersAKeyHas(String key) {
            assertThat(ProductKey.of(key).toString()).matches("[*-]{6,}fghij");
        }

        @Test
        void isMaskedInTheMessagesOfWhateverHoldsIt() {
            record Holder(ProductKey key) {}

            assertThat(new Holder(ProductKey.of("00329-00000-0003-AA606")))
                    .hasToString("Holder[key=*****-*****-****-AA606]");
        }
    }
}
