package io.github.devicebatch.cli.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The part of JSON Schema that our schema uses, and a little stricter: an object has the members that are named and no
 * others. A keyword that is not understood here fails, so that none goes unchecked.
 */
public record JsonSchema(JsonObject root) {

    public static JsonSchema ofStatus() throws IOException {
        return of("status-1");
    }

    public static JsonSchema ofWait() throws IOException {
        return of("wait-1");
    }

    /** Of one line. */
    public static JsonSchema ofEvent() throws IOException {
        return of("event-1");
    }

    private static JsonSchema of(String name) throws IOException {
        try (InputStream schema =
                JsonSchema.class.getResourceAsStream("/io/github/devicebatch/cli/" + name + ".schema.json")) {
            return new JsonSchema(Json.createReader(schema).readObject());
        }
    }

    /** Lists what is wrong with {@code value}, each with its place. */
    public List<String> objections(JsonValue value) {
        return objections("", value, root);
    }

    private List<String> objections(String place, JsonValue value, JsonObject schema) {
        List<String> objections = new ArrayList<>();
        schema.forEach((keyword, rule) -> objections.addAll(
                switch (keyword) {
                    case "$schema", "$id", "$defs", "title", "description" -> List.of();
                    case "$ref" -> objections(place, value, definition(((JsonString) rule).getString()));
                    case "const" -> unless(value.equals(rule), place, "is not " + rule);
                    case "enum" -> unless(rule.asJsonArray().contains(value), place, value + " is none of " + rule);
                    case "type" -> unless(isOf(rule, value), place, value + " is not of type " + rule);
                    case "pattern" -> unless(fits(rule, value), place, value + " does not fit " + rule);
                    case "minimum" -> unless(isAtLeast(rule, value), place, value + " is below " + rule);
                    case "required" -> missing(place, value, rule.asJsonArray());
                    case "properties" -> members(place, value, rule.asJsonObject());
                    case "items" -> items(place, value, rule.asJsonObject());
                    case "oneOf" -> oneOf(place, value, rule.asJsonArray());
                    default -> List.of("the schema has a keyword that is not checked: " + keyword);
                }));
        return objections;
    }

    private JsonObject definition(String reference) {
        return root.getJsonObject("$defs").getJsonObject(reference.replace("#/$defs/", ""));
    }

    private static List<String> unless(boolean right, String place, String objection) {
        return right ? List.of() : List.of(place + ": " + objection);
    }

    private static boolean isOf(JsonValue types, JsonValue value) {
        String type = switch (value.getValueType()) {
            case NUMBER -> ((JsonNumber) value).isIntegral() ? "integer" : "number";
            case TRUE, FALSE -> "boolean";
            case OBJECT, ARRAY, STRING, NULL -> value.getValueType().name().toLowerCase(Locale.ROOT);
        };
        return types.equals(Json.createValue(type))
                || types instanceof JsonArray several && several.contains(Json.createValue(type));
    }

    private static boolean fits(JsonValue pattern, JsonValue value) {
        return !(value instanceof JsonString text) || text.getString().matches(((JsonString) pattern).getString());
    }

    private static boolean isAtLeast(JsonValue least, JsonValue value) {
        return !(value instanceof JsonNumber number) || number.longValue() >= ((JsonNumber) least).longValue();
    }

    private static List<String> missing(String place, JsonValue value, JsonArray names) {
        return names.getValuesAs(JsonString::getString).stream()
                .filter(name -> value instanceof JsonObject object && !object.containsKey(name))
                .map(name -> place + ": " + name + " is missing")
                .toList();
    }

    private List<String> members(String place, JsonValue value, JsonObject schemas) {
        Stream<Map.Entry<String, JsonValue>> members =
                value instanceof JsonObject object ? object.entrySet().stream() : Stream.empty();
        return members.flatMap(member -> schemas.containsKey(member.getKey())
                        ? objections(
                                place + "/" + member.getKey(),
                                member.getValue(),
                                schemas.getJsonObject(member.getKey()))
                                .stream()
                        : Stream.of(place + ": the schema knows no " + member.getKey()))
                .toList();
    }

    private List<String> items(String place, JsonValue value, JsonObject schema) {
        Stream<JsonValue> items = value instanceof JsonArray array ? array.stream() : Stream.empty();
        return items.flatMap(item -> objections(place + "[]", item, schema).stream())
                .toList();
    }

    private List<String> oneOf(String place, JsonValue value, JsonArray schemas) {
        List<List<String>> each = schemas.getValuesAs(JsonObject.class).stream()
                .map(schema -> objections(place, value, schema))
                .toList();
        return unless(each.stream().filter(List::isEmpty).count() == 1, place, "is not one of them: " + each);
    }
}
