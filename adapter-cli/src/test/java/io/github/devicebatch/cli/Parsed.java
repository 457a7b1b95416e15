package io.github.devicebatch.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/** JSON that was written, read again. */
final class Parsed {

    private Parsed() {}

    static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    /** Reads an object from each line. */
    static List<JsonObject> lines(String json) {
        return json.lines().map(Parsed::object).toList();
    }
}
