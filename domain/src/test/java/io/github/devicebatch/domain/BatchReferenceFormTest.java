package io.github.devicebatch.domain;

import static io.github.devicebatch.domain.support.ReferenceTexts.REFERENCE;
import static io.github.devicebatch.domain.support.ReferenceTexts.filled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the texts, {@code <c>} stands for the customer's id and {@code <t>} for the tracking id. */
class BatchReferenceFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c>/<t>",
                "<c>/<t>/",
                "<c>/<t>?x=1",
                "/customers/<c>/batchJobStatus/<t>",
                "/v1/customers/<c>/batchJobStatus/<t>",
                "customers/<c>/batchJobStatus/<t>",
                "v1/customers/<c>/batchJobStatus/<t>",
                "/customers/<c>/batchjobstatus/<t>",
                "/V1/CUSTOMERS/<c>/BATCHJOBSTATUS/<t>",
                "/customers/<c>/batchJobStatus/<t>/",
                "/customers/<c>/batchJobStatus/<t>?",
                "/customers/<c>/batchJobStatus/<t>?a=1&b=/x/y?z",
                "/customers/<c>/batchJobStatus/<t>/?a=1",
                "https://api.partnercenter.microsoft.com/customers/<c>/batchJobStatus/<t>",
                "https://api.partnercenter.microsoft.com/v1/customers/<c>/batchJobStatus/<t>",
                "HTTPS://API.PARTNERCENTER.MICROSOFT.COM/v1/customers/<c>/batchJobStatus/<t>",
                "https://api.partnercenter.microsoft.com/v1/customers/<c>/batchJobStatus/<t>/?a=1",
                "https://elsewhere.example:8443/v1/customers/<c>/batchJobStatus/<t>",
                "http://127.0.0.1:8080/v1/customers/<c>/batchJobStatus/<t>",
                "http://[::1]:8080/customers/<c>/batchJobStatus/<t>"
            })
    void readsEveryFormInWhichPeopleMeetIt(String form) {
        assertThat(BatchReference.parse(filled(form))).isEqualTo(REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c>/<t>", "/v1/customers/<c>/batchJobStatus/<t>"})
    void readsIdsInUpperCase(String form) {
        String upperCase = filled(form).toUpperCase(Locale.ROOT);

        assertThat(BatchReference.parse(upperCase)).isEqualTo(REFERENCE);
    }
}
