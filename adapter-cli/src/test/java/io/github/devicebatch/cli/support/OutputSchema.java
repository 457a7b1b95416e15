package io.github.devicebatch.cli.support;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import io.github.devicebatch.domain.BatchStatus;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A schema of the command's output. It is stricter than the published one: an object has the members in the schema and no
 * others.
 */
public record OutputSchema(JsonObject root) {

    /** A misspelt keyword has no effect in a validator; here it fails. */
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "const",
            "enum",
            "type",
            "pattern",
            "minimum",
            "required",
            "properties",
            "items",
            "oneOf");

    public static OutputSchema ofStatus() throws IOException {
        return of("status-1");
    }

    public static OutputSchema ofWait() throws IOException {
        return of("wait-1");
    }

    /** Returns the schema of one line of {@code -o jsonl}. */
    public static OutputSchema ofEvent() throws IOException {
        return of("event-1");
    }

    public static OutputSchema ofFailed() throws IOException {
        return of("failed-1");
    }

    /** Returns the schema that the domain ships, where a program on the module path finds it too. */
    public static OutputSchema ofBatchStatus() throws IOException {
        try (InputStream schema = BatchStatus.class
                .getClassLoader()
                .getResourceAsStream("META-INF/devicebatch/batch-status-1.schema.json")) {
            return new OutputSchema(Json.createReader(schema).readObject());
        }
    }

    private static OutputSchema of(String name) throws IOException {
        try (InputStream schema =
                OutputSchema.class.getResourceAsStream("/io/github/devicebatch/cli/" + name + ".schema.json")) {
            return new OutputSchema(Json.createReader(schema).readObject());
        }
    }

    /** Returns the errors in {@code value}, each with its location. */
    public List<String> errors(JsonValue value) {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        URI schema = validator.registerSchema(strictSchema(root));
        return validator.validate(schema, value).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static JsonObject strictSchema(JsonObject schema) {
        JsonObjectBuilder strict = Json.createObjectBuilder();
        schema.forEach((keyword, value) -> {
            if (!KEYWORDS.contains(keyword)) {
                throw new AssertionError("unknown keyword in the schema: " + keyword);
            }
            strict.add(
                    keyword,
                    switch (keyword) {
                        case "$defs", "properties" -> strictSchemas(value.asJsonObject());
                        case "items" -> strictSchema(value.asJsonObject());
                        case "oneOf" -> strictSchemas(value.asJsonArray());
                        default -> value;
                    });
            if (keyword.equals("properties")) {
                strict.add("additionalProperties", false);
            }
        });
        return strict.build();
    }

    private static JsonObject strictSchemas(JsonObject schemas) {
        JsonObjectBuilder strict = Json.createObjectBuilder();
        schemas.forEach((name, schema) -> strict.add(name, strictSchema(schema.asJsonObject())));
        return strict.build();
    }

    private static JsonArray strictSchemas(JsonArray schemas) {
        JsonArrayBuilder strict = Json.createArrayBuilder();
        schemas.forEach(schema -> strict.add(strictSchema(schema.asJsonObject())));
        return strict.build();
    }
}
