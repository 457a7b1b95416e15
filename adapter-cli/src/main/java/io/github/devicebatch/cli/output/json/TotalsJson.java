package io.github.devicebatch.cli.output.json;

import io.github.devicebatch.domain.BatchTotals;
import io.github.devicebatch.domain.BatchTotals.CustomerTotal;
import io.github.devicebatch.domain.BatchTotals.ErrorTotal;
import io.github.devicebatch.domain.DeviceError;
import io.github.devicebatch.domain.ReuploadAdvice;
import java.util.List;

/** Writer of the totals of all batches as a member of the current JSON object. */
record TotalsJson(JsonFields fields) {

    void write(BatchTotals totals) {
        fields.json().writeStartObject("totals");
        new CommonJson(fields).tally("devices", totals.devices());
        fields.json().writeStartArray("byError");
        errors(totals.errors(), false);
        errors(totals.acceptedErrors(), true);
        fields.json().writeEnd();
        fields.json().writeStartObject("byUploadingAgain");
        for (ReuploadAdvice advice : ReuploadAdvice.values()) {
            fields.number(JsonFields.word(advice), totals.reuploads().getOrDefault(advice, 0));
        }
        fields.json().writeEnd();
        fields.json().writeStartArray("byCustomer");
        totals.customers().forEach(this::customer);
        fields.json().writeEnd();
        fields.json().writeEnd();
    }

    private void errors(List<ErrorTotal> errors, boolean accepted) {
        for (ErrorTotal total : errors) {
            fields.json().writeStartObject();
            fields.text("errorCode", total.error().flatMap(DeviceError::code));
            fields.text("errorName", total.error().flatMap(DeviceError::name));
            fields.json().write("accepted", accepted);
            fields.number("devices", total.devices());
            fields.json().writeEnd();
        }
    }

    private void customer(CustomerTotal total) {
        fields.json().writeStartObject();
        fields.text("customerId", total.customer());
        fields.number("batches", total.batches());
        new CommonJson(fields).tally("devices", total.devices());
        fields.json().writeEnd();
    }
}
