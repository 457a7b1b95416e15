package io.github.devicebatch.cli.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/** Parser of JSON output. */
public final class ParsedJson {

    private ParsedJson() {}

    public static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    /** Reads an object from each line. */
    public static List<JsonObject> lines(String json) {
        return json.lines().map(ParsedJson::object).toList();
    }
}
