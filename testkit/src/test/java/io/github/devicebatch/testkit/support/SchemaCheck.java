package io.github.devicebatch.testkit.support;

import io.github.devicebatch.testkit.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of JSON Schema that our schema uses. A keyword that is not known here fails, so that none goes unchecked. */
public record SchemaCheck(JsonNode root) {

    private static final Set<String> WORDS = Set.of("$schema", "$id", "$defs", "title", "description");

    /** Lists what is wrong with {@code value}, each with its place. */
    public List<String> objections(JsonNode value) {
        return objections(value, root);
    }

    private List<String> objections(JsonNode value, JsonNode schema) {
        List<String> objections = new ArrayList<>();
        schema.members("a schema").forEach((keyword, rule) -> {
            if (!WORDS.contains(keyword)) {
                objections.addAll(objections(value, keyword, rule, schema.members("a schema")));
            }
        });
        return objections;
    }

    private List<String> objections(JsonNode value, String keyword, JsonNode rule, Map<String, JsonNode> schema) {
        return switch (keyword) {
            case "$ref" -> objections(value, referred(rule.text("a reference")));
            case "type" -> unless(value, type(value, rule.text("a type")), "is no " + rule.text("a type"));
            case "enum" -> unless(value, oneOf(value, rule), "is none of " + texts(rule));
            case "pattern" -> unless(value, fits(value, rule.text("a pattern")), "does not fit");
            case "minimum" -> unless(value, number(value) >= number(rule), "is too small");
            case "maximum" -> unless(value, number(value) <= number(rule), "is too big");
            case "minLength" -> unless(value, length(value) >= number(rule), "is too short");
            case "minItems" -> unless(value, length(value) >= number(rule), "has too few");
            case "required" -> missing(value, texts(rule));
            case "properties" -> known(value, rule.members("properties"));
            case "additionalProperties" -> additional(value, rule, schema);
            case "items" -> each(items(value), rule);
            case "oneOf" -> unless(value, fitting(value, rule.elements("schemas")) == 1, "is not one of them");
            default -> List.of("the schema has a keyword that is not checked: " + keyword);
        };
    }

    private List<String> known(JsonNode value, Map<String, JsonNode> schemas) {
        return members(value).entrySet().stream()
                .filter(member -> schemas.containsKey(member.getKey()))
                .flatMap(member -> objections(member.getValue(), schemas.get(member.getKey())).stream())
                .toList();
    }

    private List<String> each(List<JsonNode> values, JsonNode schema) {
        return values.stream()
                .flatMap(value -> objections(value, schema).stream())
                .toList();
    }

    private long fitting(JsonNode value, List<JsonNode> schemas) {
        return schemas.stream()
                .filter(schema -> objections(value, schema).isEmpty())
                .count();
    }

    private JsonNode referred(String reference) {
        JsonNode node = root;
        for (String step : reference.substring("#/".length()).split("/")) {
            node = node.members("a schema").get(step);
        }
        return node;
    }

    private List<String> additional(JsonNode value, JsonNode rule, Map<String, JsonNode> schema) {
        Set<String> known = schema.containsKey("properties")
                ? schema.get("properties").members("").keySet()
                : Set.of();
        return members(value).entrySet().stream()
                .filter(member -> !known.contains(member.getKey()))
                .flatMap(member -> rule instanceof JsonNode.Truth
                        ? Stream.of(member.getKey() + " is not known")
                        : objections(member.getValue(), rule).stream())
                .toList();
    }

    private static boolean type(JsonNode value, String type) {
        return switch (value) {
            case JsonNode.Text text -> type.equals("string");
            case JsonNode.Truth truth -> type.equals("boolean");
            case JsonNode.Members object -> type.equals("object");
            case JsonNode.Elements list -> type.equals("array");
            case JsonNode.Nothing nothing -> type.equals("null");
            case JsonNode.Numeral number ->
                type.equals("number")
                        || type.equals("integer") && number.digits().matches("-?\\d+");
        };
    }

    private static boolean fits(JsonNode value, String pattern) {
        return !(value instanceof JsonNode.Text text)
                || Pattern.compile(pattern).matcher(text.value()).find();
    }

    private static boolean oneOf(JsonNode value, JsonNode rule) {
        return value instanceof JsonNode.Text text && texts(rule).contains(text.value());
    }

    private static List<String> missing(JsonNode value, List<String> names) {
        return value instanceof JsonNode.Members object
                ? names.stream()
                        .filter(name -> !object.values().containsKey(name))
                        .map(name -> name + " is missing")
                        .toList()
                : List.of();
    }

    private static List<String> texts(JsonNode list) {
        return list.elements("texts").stream().map(text -> text.text("a text")).toList();
    }

    private static Map<String, JsonNode> members(JsonNode value) {
        return value instanceof JsonNode.Members object ? object.values() : Map.of();
    }

    private static List<JsonNode> items(JsonNode value) {
        return value instanceof JsonNode.Elements list ? list.values() : List.of();
    }

    private static double number(JsonNode value) {
        return value instanceof JsonNode.Numeral number ? Double.parseDouble(number.digits()) : 0;
    }

    private static int length(JsonNode value) {
        return value instanceof JsonNode.Text text
                ? text.value().length()
                : items(value).size();
    }

    private static List<String> unless(JsonNode value, boolean right, String objection) {
        return right ? List.of() : List.of(value.position() + ": " + value.inWords() + " " + objection);
    }
}
