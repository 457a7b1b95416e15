package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTrackingIdTest {

    private static final String TEXT = "47021739-3426-40bf-9601-61b4b6d7c793";

    @Test
    void readsBackWhatItPrints() {
        assertThat(BatchTrackingId.parse(TEXT)).hasToString(TEXT);
    }

    @Test
    void isTheSameInUpperAndLowerCase() {
        assertThat(BatchTrackingId.parse("47021739-3426-40BF-9601-61B4B6D7C793"))
                .isEqualTo(BatchTrackingId.parse(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "{47021739-3426-40bf-9601-61b4b6d7c793}", "contoso.example"})
    void refusesWhatIsNoGuidAndSaysWhatItShouldBe(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchTrackingId.parse(text))
                .withMessageStartingWith("not a batch tracking id: \"" + text + "\"; it is a GUID");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> BatchTrackingId.parse(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchTrackingId(null))
                .withMessage("value");
    }
}
