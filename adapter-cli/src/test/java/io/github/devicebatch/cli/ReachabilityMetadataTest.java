package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Metadata in the libraries for GraalVM Native Image: its form, and that every type and resource in it exists.
 *
 * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">Reachability metadata</a>
 */
class ReachabilityMetadataTest {

    private static final Set<String> SECTIONS = Set.of("reflection", "resources");
    private static final Set<String> MEMBERS = Set.of("reason", "condition", "type", "glob");

    @TestFactory
    Stream<DynamicTest> isComplete() {
        return Stream.of("adapter-http", "testkit")
                .map(module -> DynamicTest.dynamicTest(module, () -> check(read(metadata(module)))));
    }

    @TestFactory
    Stream<DynamicTest> hasEveryResource() {
        return Stream.of("domain", "application", "adapter-http", "testkit")
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> assertThat(listed(module)).containsExactlyInAnyOrderElementsOf(resources(module))));
    }

    @Test
    void aTypeThatDoesNotExistIsReported() {
        assertThat(isType("io.github.devicebatch.http.auth.TokenSuppliers")).isTrue();
        assertThat(isType("io.github.devicebatch.http.auth.Planted")).isFalse();
    }

    private static void check(JsonObject metadata) {
        assertThat(SECTIONS).containsAll(metadata.keySet());
        for (String section : metadata.keySet()) {
            for (JsonObject entry : metadata.getJsonArray(section).getValuesAs(JsonObject.class)) {
                assertThat(MEMBERS).containsAll(entry.keySet());
                assertThat(entry.getString("reason")).isNotBlank();
                assertThat(isType(entry.getJsonObject("condition").getString("typeReached")))
                        .isTrue();
                assertThat(section.equals("reflection") ? isType(entry.getString("type")) : isResource(entry))
                        .as(entry.toString())
                        .isTrue();
            }
        }
    }

    private static boolean isType(String name) {
        try {
            Class.forName(name, false, ReachabilityMetadataTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static boolean isResource(JsonObject entry) {
        return ReachabilityMetadataTest.class.getClassLoader().getResource(entry.getString("glob")) != null;
    }

    private static Path metadata(String module) {
        return resourceFolder(module)
                .resolve("META-INF/native-image/io.github.devicebatch/devicebatch-" + module
                        + "/reachability-metadata.json");
    }

    private static Path resourceFolder(String module) {
        return Path.of("..", module, "src", "main", "resources");
    }

    private static JsonObject read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
            return reader.readObject();
        }
    }

    private static List<String> listed(String module) throws IOException {
        if (Files.notExists(metadata(module))) {
            return List.of();
        }
        return read(metadata(module)).getJsonArray("resources").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("glob"))
                .toList();
    }

    /** Returns the resources that the code of the module reads. */
    private static List<String> resources(String module) throws IOException {
        Path folder = resourceFolder(module);
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"))
                    .toList();
        }
    }
}
