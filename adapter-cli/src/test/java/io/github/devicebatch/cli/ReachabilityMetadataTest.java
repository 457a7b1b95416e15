package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.http.PartnerCenter;
import io.github.devicebatch.testkit.Batches;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Metadata in the libraries for GraalVM Native Image: its form by GraalVM's schema, that every type and resource in it exists, and
 * that every class which uses reflection or reads resources is in it.
 *
 * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">Reachability metadata</a>
 */
class ReachabilityMetadataTest {

    /** Part of GraalVM's repository of metadata, which is on the class path of the tests. */
    private static final String SCHEMA = "/schemas/reachability-metadata-schema-v1.2.0.json";

    private static final List<String> MODULES = List.of("domain", "application", "adapter-http", "testkit");
    private static final Set<String> SECTIONS = Set.of("reflection", "resources");
    private static final Set<String> MEMBERS = Set.of("reason", "condition", "type", "glob");

    @TestFactory
    Stream<DynamicTest> isComplete() {
        return Stream.of("adapter-http", "testkit")
                .map(module -> DynamicTest.dynamicTest(module, () -> check(read(metadata(module)))));
    }

    @TestFactory
    Stream<DynamicTest> hasEveryResource() {
        return MODULES.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> assertThat(listed(module)).containsExactlyInAnyOrderElementsOf(resources(module))));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheSchema() {
        return Stream.of("adapter-http", "testkit")
                .map(module -> DynamicTest.dynamicTest(
                        module, () -> assertThat(errors(read(metadata(module)))).isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reflections': []}",
                "{'reflection': {}}",
                "{'reflection': [{'name': 'a.B'}]}",
                "{'reflection': [{'type': 'a/B'}]}",
                "{'reflection': [{'type': 'a.B', 'condition': {'typeReachable': 'a.C'}}]}",
                "{'resources': [{'pattern': 'a'}]}"
            })
    void metadataOfAnotherFormIsReported(String metadata) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(metadata.replace('\'', '"')))) {
            assertThat(errors(reader.readObject())).isNotEmpty();
        }
    }

    @Test
    void hasEveryClassThatUsesReflectionOrReadsResources() throws IOException {
        Set<String> reached = new HashSet<>();
        for (String module : List.of("adapter-http", "testkit")) {
            read(metadata(module)).values().stream()
                    .flatMap(section -> section.asJsonArray().getValuesAs(JsonObject.class).stream())
                    .forEach(entry ->
                            reached.add(entry.getJsonObject("condition").getString("typeReached")));
        }

        assertThat(dynamicAccess(libraries())).isEqualTo(reached);
    }

    @Test
    void dynamicAccessIsFound() {
        assertThat(dynamicAccess(new ClassFileImporter().importClasses(ReachabilityMetadataTest.class)))
                .containsExactly(ReachabilityMetadataTest.class.getName());
    }

    private static JavaClasses libraries() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(BatchStatus.class, BatchStatusQuery.class, PartnerCenter.class, Batches.class);
    }

    /** Returns the top-level classes with calls that GraalVM's analysis may not follow. */
    private static Set<String> dynamicAccess(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(ReachabilityMetadataTest::isDynamicAccess)
                .map(call -> call.getOriginOwner().getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toSet());
    }

    private static boolean isDynamicAccess(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.Class" ->
                method.equals("forName")
                        || method.equals("newInstance")
                        || method.matches(
                                "get(Resource|(Declared)?(Method|Field|Constructor|Classes|RecordComponents)).*");
            case "java.lang.ClassLoader" -> method.startsWith("getResource") || method.equals("loadClass");
            case "java.lang.invoke.MethodHandles$Lookup" -> method.startsWith("find") || method.startsWith("unreflect");
            case "java.util.ServiceLoader", "java.util.ResourceBundle", "java.lang.reflect.Proxy" -> true;
            default -> owner.startsWith("java.lang.foreign.");
        };
    }

    private static List<String> errors(JsonObject metadata) throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        try (InputStream stream = ReachabilityMetadataTest.class.getResourceAsStream(SCHEMA);
                JsonReader reader = Json.createReader(stream)) {
            URI schema = validator.registerSchema(reader.readObject());
            return validator.validate(schema, metadata).getErrors().stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getError())
                    .toList();
        }
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
