package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of all modules. The build compiles them. */
class JavadocExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n\\s*\\* }</pre>", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\* ?");

    /** What an example may use without declaring it. A local variable of the example may have the same name. */
    private static final String AROUND = """
            import static io.github.devicebatch.testkit.archrules.PackageDependencies.ROOT;
            import static io.github.devicebatch.testkit.junit.FakePartnerCenterAssert.assertThat;
            import static java.time.temporal.ChronoUnit.SECONDS;

            import com.tngtech.archunit.core.domain.JavaClasses;
            import com.tngtech.archunit.core.importer.*;
            import io.github.devicebatch.application.*;
            import io.github.devicebatch.application.BatchStatusAnswer.*;
            import io.github.devicebatch.application.watch.*;
            import io.github.devicebatch.domain.*;
            import io.github.devicebatch.http.*;
            import io.github.devicebatch.http.event.*;
            import io.github.devicebatch.testkit.*;
            import io.github.devicebatch.testkit.archrules.*;
            import io.github.devicebatch.testkit.contract.*;
            import io.github.devicebatch.testkit.http.*;
            import io.github.devicebatch.testkit.junit.*;
            import io.github.devicebatch.testkit.oauth.*;
            import io.github.devicebatch.testkit.server.*;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.concurrent.*;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.extension.ExtendWith;

            abstract class %s {
                BatchStatusQuery query;
                BatchReference batch;
                Executor executor;
                String text;
                FakePartnerCenter partnerCenter;
                JavaClasses main;

                interface MyValue {}
                interface MyPort {}
                interface MyAdapter {}

                static class MyQuery implements BatchStatusQuery {
                    MyQuery(URI baseUrl, String token) {}

                    public BatchStatusAnswer ask(BatchReference batch) {
                        return null;
                    }
                }

                void example() throws Exception {
            %s
                }
            }
            """;

    @TempDir
    private Path output;

    @Test
    void allCompile() throws IOException {
        List<Example> examples = examples();

        assertThat(examples).hasSizeGreaterThanOrEqualTo(14);
        assertThat(errors(examples)).isEmpty();
    }

    @Test
    void anExampleWithAnErrorIsReported() throws IOException {
        assertThat(errors(List.of(new Example("Planted", "BatchWatch.of(query).watch(\"no batch\");"))))
                .contains("Planted.java", "String cannot be converted to BatchReference");
    }

    private static List<Example> examples() throws IOException {
        try (Stream<Path> files = Stream.of("domain", "application", "testkit", "adapter-http")
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .flatMap(JavadocExamplesTest::walk)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(JavadocExamplesTest::examplesIn)
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Example> examplesIn(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        try {
            Matcher matcher = EXAMPLE.matcher(Files.readString(file));
            return matcher
                    .results()
                    .map(found -> new Example(
                            type + "_" + found.start(),
                            MARGIN.matcher(found.group(1)).replaceAll("")))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compiles the examples and returns what the compiler reports. */
    private String errors(List<Example> examples) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var report = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(
                            report,
                            files,
                            null,
                            List.of("-proc:none", "-nowarn", "-d", output.toString()),
                            null,
                            examples)
                    .call();
            return compiled ? "" : report.toString();
        }
    }

    /** An example as a source file of its own. */
    private static final class Example extends SimpleJavaFileObject {

        private final String source;

        Example(String name, String code) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = AROUND.formatted(name, code);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
