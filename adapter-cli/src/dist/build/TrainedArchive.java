import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Archive of loaded and linked classes from which the command starts. It is trained: the real command runs against fakes in
 * clear text and over TLS, signs in, and each run lists the classes that it loads. An {@code -XX:AOTCacheOutput} would hold the
 * classes of one run alone. Needs Java 25.
 */
final class TrainedArchive {

    private static final String MAIN = "io.github.devicebatch.cli.Main";
    private static final int FAILED_DEVICES = 3;
    private static final int MAX_OTHER_CLASSES = 40;

    private final Path java;
    private final List<String> options;
    private final Path lib;
    private final Path work;
    private final List<String> jars;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * Creates an archive that is not written yet.
     *
     * @param java the program of the Java that is going to use the archive
     * @param options the options of this Java virtual machine
     * @param lib the folder with the jars of the class path, and no others
     * @param work a folder to work in
     */
    TrainedArchive(Path java, List<String> options, Path lib, Path work) throws IOException {
        this.java = java;
        this.options = options;
        this.lib = lib.toAbsolutePath();
        this.work = Files.createDirectories(work).toAbsolutePath();
        try (Stream<Path> files = Files.list(lib)) {
            this.jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the names of the jars in the order in which the class path has to have them. */
    List<String> jars() {
        return jars;
    }

    /** Returns the class path if the jars are in {@code folder}. */
    String classPath(String folder) {
        return jars.stream().map(jar -> folder + "/" + jar).collect(Collectors.joining(":"));
    }

    /** Trains the command and writes the archive of all classes that a run has listed. */
    void write(Path archive) throws IOException, InterruptedException {
        train();
        Set<String> classes = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(work)) {
            for (Path list : files.filter(file -> file.toString().endsWith(".classlist")).sorted().toList()) {
                addClasses(Files.readAllLines(list), classes);
                Files.delete(list);
            }
        }
        // Java passes over a line about a part of a class, which begins with @, if the class has not been listed before.
        List<String> sorted = classes.stream()
                .sorted(Comparator.comparing((String line) -> line.startsWith("@")).thenComparing(Comparator.naturalOrder()))
                .toList();
        Path merged = Files.write(work.resolve("classes"), sorted);
        java(
                0,
                List.of(
                        "-Xshare:dump",
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + merged,
                        "-XX:SharedArchiveFile=" + archive.toAbsolutePath()),
                List.of());
        int others = classesOutside(archive);
        System.out.println(classes.size() + " lines of class lists in the archive; explain loads " + others + " other classes");
        if (others > MAX_OTHER_CLASSES) {
            throw new IllegalStateException("the archive has too few of the classes, see " + work.resolve("loaded"));
        }
    }

    /** Returns how many classes a start from the archive does not find in it. */
    private int classesOutside(Path archive) throws IOException, InterruptedException {
        Path loaded = work.resolve("loaded");
        java(
                0,
                List.of("-XX:SharedArchiveFile=" + archive.toAbsolutePath(), "-Xlog:class+load:file=" + loaded),
                List.of(MAIN, "explain", "808"));
        try (Stream<String> lines = Files.lines(loaded)) {
            return (int) lines.filter(line -> !line.contains("shared objects file")).count();
        }
    }

    private void train() throws IOException, InterruptedException {
        try (var services = new FakeServices(work)) {
            for (String url : List.of(services.clearText().toString(), services.overTls().toString())) {
                trainAt(url, services);
            }
            for (String offline : List.of("--version", "--help", "help wait", "explain", "explain 808", "completion bash", "demo")) {
                run(0, services.trust(), offline.split(" "));
            }
            run(2, services.trust(), "status", "--no-such-option");
        }
    }

    private void trainAt(String url, FakeServices services) throws IOException, InterruptedException {
        String reference = FakeServices.REFERENCE;
        String token = work.resolve("token").toString();
        String refreshToken = work.resolve("private/refresh-token").toString();
        String[] app = {"--authority", url, "--tenant", FakeServices.TENANT, "--client-id", FakeServices.CLIENT_ID};
        Files.deleteIfExists(Path.of(refreshToken));
        for (String format : List.of("table", "json", "jsonl", "csv")) {
            run(0, services.trust(), "status", reference, "--base-url", url, "--token-file", token, "-o", format);
        }
        environment.putAll(Map.of("DEVICEBATCH_TOKEN", "made-up", "DEVICEBATCH_BASE_URL", url));
        run(0, services.trust(), "status", reference);
        environment.clear();
        run(FAILED_DEVICES, services.trust(), "wait", reference, "--base-url", url, "--token-file", token);
        run(0, services.trust(), with(app, "status", reference, "--base-url", url, "--client-secret-file", work.resolve("secret").toString()));
        run(0, services.trust(), with(app, "login", "--refresh-token-file", refreshToken));
        run(0, services.trust(), with(app, "status", reference, "--base-url", url, "--refresh-token-file", refreshToken));
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private void run(int expected, List<String> trust, String... arguments) throws IOException, InterruptedException {
        List<String> jvm = new ArrayList<>(trust);
        jvm.add("-Xshare:off");
        jvm.add("-XX:DumpLoadedClassList=" + Files.createTempFile(work, "run", ".classlist"));
        java(expected, jvm, Stream.concat(Stream.of(MAIN), Stream.of(arguments)).toList());
    }

    /** Adds lines without their numbers, which differ from list to list; classes of other loaders than the application's go. */
    private static void addClasses(List<String> list, Collection<String> classes) {
        list.stream()
                .filter(line -> !line.startsWith("#") && !line.contains(" source: "))
                .map(line -> line.replaceFirst(" id: \\d+$", ""))
                .forEach(classes::add);
    }

    private void java(int expected, List<String> more, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath(lib.toString())));
        command.addAll(arguments);
        Path output = work.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DEVICEBATCH_") || name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        builder.environment().put("XDG_CONFIG_HOME", work.toString()); // no settings of this user
        int code = builder.start().waitFor();
        if (code != expected) {
            throw new IllegalStateException(arguments + " ended with " + code + ":\n" + Files.readString(output));
        }
    }
}
