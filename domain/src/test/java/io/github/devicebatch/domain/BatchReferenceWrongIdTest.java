package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.ReferenceTexts.TRACKING;
import static io.github.devicebatch.domain.support.ReferenceTexts.filled;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the texts, {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
class BatchReferenceWrongIdTest {

    @Test
    void saysThatATrackingIdAloneLacksItsCustomer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(TRACKING))
                .withMessage("not a batch reference: \"" + TRACKING
                        + "\"; a tracking id needs its customer in front of it: customer/tracking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contoso/<t>", "1-1-1-1-1/<t>", "../<t>", "{<c>}/<t>", "/customers/me/batchJobStatus/<t>", "x/y"
            })
    void saysThatTheCustomerIdIsWrong(String form) {
        String text = filled(form);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(text))
                .withMessage("not a batch reference: \"%s\"; the customer id is not a GUID", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<c>/latest", "<c>/1-1-1-1-1", "<c>/..", "<c>/<t>;a", "<c>/<t>%20", "<c>/<t>%0d", "<c>/<t>&a=1"})
    void saysThatTheTrackingIdIsWrong(String form) {
        String text = filled(form);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(text))
                .withMessage("not a batch reference: \"%s\"; the tracking id is not a GUID", text);
    }
}
