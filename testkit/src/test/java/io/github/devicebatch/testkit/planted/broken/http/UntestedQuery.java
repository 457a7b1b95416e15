package io.github.devicebatch.testkit.planted.broken.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;

public record UntestedQuery() implements BatchStatusQuery {

    @Override
    public BatchStatusAnswer ask(BatchReference batch) {
        return null;
    }
}
