package io.github.devicebatch.http.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Provider of JSON-P that creates nothing, so that importers need none (ADR 0035): Yasson asks for a provider when it is created,
 * and uses it only for a document that comes without a parser.
 */
final class NoJsonProvider extends JsonProvider {

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("documents are read by Utf8JsonParser only");
    }

    @Override
    public JsonParser createParser(Reader reader) {
        throw unused();
    }

    @Override
    public JsonParser createParser(InputStream in) {
        throw unused();
    }

    /** Yasson calls it when it is created. */
    @Override
    public JsonParserFactory createParserFactory(Map<String, ?> config) {
        return new NoParserFactory();
    }

    @Override
    public JsonGenerator createGenerator(Writer writer) {
        throw unused();
    }

    @Override
    public JsonGenerator createGenerator(OutputStream out) {
        throw unused();
    }

    @Override
    public JsonGeneratorFactory createGeneratorFactory(Map<String, ?> config) {
        throw unused();
    }

    @Override
    public JsonReader createReader(Reader reader) {
        throw unused();
    }

    @Override
    public JsonReader createReader(InputStream in) {
        throw unused();
    }

    @Override
    public JsonWriter createWriter(Writer writer) {
        throw unused();
    }

    @Override
    public JsonWriter createWriter(OutputStream out) {
        throw unused();
    }

    @Override
    public JsonWriterFactory createWriterFactory(Map<String, ?> config) {
        throw unused();
    }

    @Override
    public JsonReaderFactory createReaderFactory(Map<String, ?> config) {
        throw unused();
    }

    @Override
    public JsonObjectBuilder createObjectBuilder() {
        throw unused();
    }

    @Override
    public JsonArrayBuilder createArrayBuilder() {
        throw unused();
    }

    @Override
    public JsonBuilderFactory createBuilderFactory(Map<String, ?> config) {
        throw unused();
    }

    /** Factory that creates no parser. */
    private static final class NoParserFactory implements JsonParserFactory {

        @Override
        public JsonParser createParser(Reader reader) {
            throw unused();
        }

        @Override
        public JsonParser createParser(InputStream in) {
            throw unused();
        }

        @Override
        public JsonParser createParser(InputStream in, Charset charset) {
            throw unused();
        }

        @Override
        public JsonParser createParser(JsonObject object) {
            throw unused();
        }

        @Override
        public JsonParser createParser(JsonArray array) {
            throw unused();
        }

        @Override
        public Map<String, ?> getConfigInUse() {
            return Map.of();
        }
    }
}
