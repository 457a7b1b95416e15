package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.testkit.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpossibleReplyTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 99, 600})
    void takesNoStatusThatHttpDoesNotHave(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.empty(status))
                .withMessageContaining("" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "\u0000", "\u20ac"})
    void takesNoHeaderThatBreaksTheLine(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.empty(200).withHeader("X-Broken", value))
                .withMessageContaining("X-Broken");
    }

    @Test
    void takesNoNegativeLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.empty(200).stallingAfter(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.empty(200).truncatedAfter(-1));
    }
}
