package io.github.devicebatch.testkit.planted.clean.http;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import java.net.http.HttpClient;

public record KeptQuery(HttpClient http) implements BatchStatusQuery {

    static final BatchStatusQuery LAMBDA = batch -> null;

    @Override
    public BatchStatusAnswer ask(BatchReference batch) {
        return null;
    }
}
