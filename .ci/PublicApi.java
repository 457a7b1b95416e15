import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints the page of the public API, docs/api.md: the public types of the exported packages, each with the first sentence of its
 * Javadoc. Run it in the root folder: java .ci/PublicApi.java
 */
final class PublicApi {

    private static final List<String> MODULES = List.of("domain", "application", "adapter-http", "testkit");
    private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^public (?:abstract |final |sealed |non-sealed )*(class|interface|enum|record|@interface) (\\w+)");
    private static final Pattern JAVADOC = Pattern.compile("(?s).*/\\*\\*(.*?)\\*/");

    private PublicApi() {}

    public static void main(String[] arguments) throws IOException {
        System.out.print("""
                # The public API

                Everything that users of the library may call is listed here. All else may change in any version, even if it is
                `public`: packages that are not exported can't be used on the module path. CI compares the API with the baseline
                (`.ci/check-api`) and this page with the code (`java .ci/PublicApi.java >docs/api.md` writes it).

                Versions follow [Semantic Versioning](https://semver.org/). A type, method or member without `@since` has that of
                its package. A sealed type may get another subtype in a minor version only if its Javadoc says so.
                """);
        for (String module : MODULES) {
            Path root = Path.of(module, "src", "main", "java");
            System.out.println("\n## devicebatch-" + module);
            for (Matcher export : EXPORT.matcher(Files.readString(root.resolve("module-info.java"))).results()
                    .map(found -> EXPORT.matcher(found.group())).toList()) {
                export.find();
                printPackage(root, export.group(1));
            }
        }
    }

    private static void printPackage(Path root, String name) throws IOException {
        Path folder = root.resolve(name.replace('.', '/'));
        if (!Files.readString(folder.resolve("package-info.java")).contains("@since ")) {
            throw new IllegalStateException(name + " has no @since");
        }
        System.out.println("\n### " + name + "\n\n| Type | Kind | |\n|---|---|---|");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
                String source = Files.readString(file);
                Matcher type = TYPE.matcher(source);
                if (type.find()) {
                    System.out.println("| `" + type.group(2) + "` | " + type.group(1) + " | "
                            + firstSentence(source.substring(0, type.start()), file) + " |");
                }
            }
        }
    }

    private static String firstSentence(String head, Path file) {
        Matcher javadoc = JAVADOC.matcher(head);
        if (!javadoc.find()) {
            throw new IllegalStateException(file + " has no Javadoc");
        }
        return javadoc.group(1)
                .replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\{@link(?:plain)? [\\w.#]+ ([^}]*)}", "$1")
                .replaceAll("\\{@(?:code|link|linkplain|value) #?([^}]*)}", "`$1`")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("(\\.) .*", "$1")
                .replace("|", "\\|");
    }
}
