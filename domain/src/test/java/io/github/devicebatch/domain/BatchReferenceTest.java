package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.ReferenceTexts.CUSTOMER;
import static io.github.devicebatch.domain.support.ReferenceTexts.REFERENCE;
import static io.github.devicebatch.domain.support.ReferenceTexts.TRACKING;
import static io.github.devicebatch.domain.support.ReferenceTexts.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class BatchReferenceTest {

    @Test
    void readsBackWhatItPrints() {
        assertThat(REFERENCE).hasToString(CUSTOMER + "/" + TRACKING);
        assertThat(BatchReference.parse(REFERENCE.toString())).isEqualTo(REFERENCE);
    }

    @Test
    void showsTheIdsOfALongUrlAndNotItsHost() {
        String url = filled("https://api.partnercenter.microsoft.com/v1/customers/<c>/batchJobStatus/latest");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(url))
                .withMessage("not a batch reference: \"%s/latest\"; the tracking id is not a GUID", CUSTOMER);
    }

    @Test
    void hasAtMost2048Characters() {
        String longest = CUSTOMER + "/" + TRACKING + "?" + "q".repeat(2_048 - 36 - 1 - 36 - 1);

        assertThat(BatchReference.parse(longest)).isEqualTo(REFERENCE);
        assertThatIllegalArgumentException().isThrownBy(() -> BatchReference.parse(longest + "q"));
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> BatchReference.parse(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchReference(null, REFERENCE.tracking()))
                .withMessage("customer");
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchReference(REFERENCE.customer(), null))
                .withMessage("tracking");
    }
}
