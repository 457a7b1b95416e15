package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
