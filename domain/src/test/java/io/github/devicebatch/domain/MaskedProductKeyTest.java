package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedProductKeyTest {

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
