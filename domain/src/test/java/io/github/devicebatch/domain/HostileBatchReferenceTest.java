package io.github.devicebatch.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBatchReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "/",
                "?",
                "x/",
                "v1/",
                "/customers/",
                "https://",
                "47021739-",
                "47021739-3426-40bf-9601-61b4b6d7c793/",
                "/customers/x/batchJobStatus/"
            })
    void repeatsAtMostEightyCharactersOfAHostileInput(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(text))
                .withMessageStartingWith("not a batch reference: \"" + text.substring(0, 80) + "…\"; give ");
    }

    @Test
    void repeatsAtMostEightyCharactersOfLongIds() {
        String customer = "c".repeat(900);
        String tracking = "t".repeat(900);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(customer + "/" + tracking))
                .withMessage("not a batch reference: \"%s…\"; the customer id is not a GUID", "c".repeat(80));
    }
}
