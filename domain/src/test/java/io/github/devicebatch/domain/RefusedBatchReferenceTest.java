package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.ReferenceTexts.filled;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the texts, {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
class RefusedBatchReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "nonsense",
                "<c>/",
                "/<t>",
                "/<c>/<t>",
                "<c>//<t>",
                "<c>/<t>//",
                "<c>/<t>/devices",
                "<c>,<t>",
                "<c>\\<t>",
                "<c> / <t>",
                " <c>/<t>",
                "<c>/<t> ",
                "<c>/<t>\n",
                "<c>/<t>?a b",
                "<c>/<t>#top",
                "<c>:<t>",
                "<c>\uff0f<t>",
                "<c>\n/customers/<c>/batchJobStatus/<t>",
                "//customers/<c>/batchJobStatus/<t>",
                "//elsewhere.example/customers/<c>/batchJobStatus/<t>",
                "../customers/<c>/batchJobStatus/<t>",
                "/v2/customers/<c>/batchJobStatus/<t>",
                "/v1/v1/customers/<c>/batchJobStatus/<t>",
                "/customer\u017f/<c>/batchJobStatus/<t>",
                "/customers/<c>/batchJobStatus",
                "/customers/<c>/batchJobStatus/",
                "/customers//batchJobStatus/<t>",
                "/customers/<c>/batchJobStatus/<t>/devices",
                "/customers/<c>/deviceBatches/<t>",
                "/customers/<c>/batchJobStatus/<t>#top",
                "https:/customers/<c>/batchJobStatus/<t>",
                "https:///customers/<c>/batchJobStatus/<t>",
                "https://elsewhere.example/<c>/<t>",
                "https://elsewhere.example/prefix/v1/customers/<c>/batchJobStatus/<t>",
                "https://elsewhere.example?/customers/<c>/batchJobStatus/<t>",
                "https://else where.example/customers/<c>/batchJobStatus/<t>",
                "ftp://elsewhere.example/customers/<c>/batchJobStatus/<t>",
                "file:///customers/<c>/batchJobStatus/<t>",
                "Location: /customers/<c>/batchJobStatus/<t>"
            })
    void refusesWhatIsNoneOfTheseAndSaysWhatToGive(String form) {
        String text = filled(form);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchReference.parse(text))
                .withMessage(
                        "not a batch reference: %s; give customer/tracking,"
                                + " the upload's Location (/customers/…/batchJobStatus/…) or its URL",
                        Excerpt.quoted(text));
    }
}
