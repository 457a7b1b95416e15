package io.github.devicebatch.http;

import io.github.devicebatch.domain.BatchStatus;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/** Reads the vendor's BatchUploadDetails straight into the domain, without a second tree of types. */
final class BatchStatusDeserializer implements JsonbDeserializer<BatchStatus> {

    @Override
    public BatchStatus deserialize(JsonParser parser, DeserializationContext context, Type type) {
        return new BatchStatusRow(parser).read();
    }
}
