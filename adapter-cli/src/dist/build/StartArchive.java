import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build program: writes the archive of loaded and linked classes from which the packaged command starts, the launcher, and the
 * options for the image. The archive is trained: the real command runs against fakes in clear text and over TLS, signs in, and
 * each run lists the classes that it loads. An {@code -XX:AOTCacheOutput} would hold the classes of one run alone. Needs Java 25.
 */
final class StartArchive {

    private static final String MAIN = "io.github.devicebatch.cli.Main";
    private static final int FAILED_DEVICES = 3;

    private final Path home;
    private final Path work;
    private final List<String> jars;

    private StartArchive(Path home, Path work) throws IOException {
        this.home = home;
        this.work = work;
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            this.jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Takes the folder of the package, a folder to work in, the modification time of what is written, the launcher's template,
     * and the folder of the package in the image.
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        var archive = new StartArchive(home, Files.createDirectories(Path.of(arguments[1])));
        archive.train();
        archive.dump();
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("devicebatch");
        String template = Files.readString(Path.of(arguments[3]));
        Files.writeString(launcher, template.replace("@class.path@", archive.classPath("$lib")));
        launcher.toFile().setExecutable(true, false);
        Path image = Path.of(arguments[1]).resolve("image.options");
        Files.writeString(image, archive.imageOptions(arguments[4]));
        FileTime time = FileTime.from(Instant.parse(arguments[2]));
        for (Path written : List.of(launcher, image, home.resolve("lib/devicebatch.jsa"))) {
            Files.setLastModifiedTime(written, time);
        }
    }

    private void train() throws IOException, InterruptedException {
        try (var services = new FakeServices(work.toAbsolutePath())) {
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
        String token = work.resolve("token").toAbsolutePath().toString();
        String refreshToken = work.resolve("private/refresh-token").toAbsolutePath().toString();
        String[] app = {"--authority", url, "--tenant", FakeServices.TENANT, "--client-id", FakeServices.CLIENT_ID};
        Files.deleteIfExists(Path.of(refreshToken));
        for (String format : List.of("table", "json", "jsonl", "csv")) {
            run(0, services.trust(), "status", reference, "--base-url", url, "--token-file", token, "-o", format);
        }
        run(FAILED_DEVICES, services.trust(), "wait", reference, "--base-url", url, "--token-file", token);
        run(0, services.trust(), with(app, "status", reference, "--base-url", url, "--client-secret-file", work.resolve("secret").toAbsolutePath().toString()));
        run(0, services.trust(), with(app, "login", "--refresh-token-file", refreshToken));
        run(0, services.trust(), with(app, "status", reference, "--base-url", url, "--refresh-token-file", refreshToken));
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private void run(int expected, List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> jvm = new ArrayList<>(options);
        jvm.add("-Xshare:off");
        jvm.add("-XX:DumpLoadedClassList=" + Files.createTempFile(work, "run", ".classlist"));
        java(expected, jvm, Stream.concat(Stream.of(MAIN), Stream.of(arguments)).toList());
    }

    /** Writes the archive of all classes that a run has listed. */
    private void dump() throws IOException, InterruptedException {
        Set<String> classes = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(work)) {
            for (Path list : files.filter(file -> file.toString().endsWith(".classlist")).sorted().toList()) {
                addClasses(Files.readAllLines(list), classes);
                Files.delete(list);
            }
        }
        Path merged = Files.write(work.resolve("classes"), classes.stream().sorted().toList());
        java(
                0,
                List.of("-Xshare:dump", "-XX:+AOTClassLinking", "-XX:SharedClassListFile=" + merged, "-XX:SharedArchiveFile=" + home.resolve("lib/devicebatch.jsa")),
                List.of());
        System.out.println(classes.size() + " lines of class lists in the archive");
    }

    /** Adds lines without their numbers, which differ from list to list; classes of other loaders than the application's go. */
    private static void addClasses(List<String> list, Collection<String> classes) {
        list.stream()
                .filter(line -> !line.startsWith("#") && !line.contains(" source: "))
                .map(line -> line.replaceFirst(" id: \\d+$", ""))
                .forEach(classes::add);
    }

    private void java(int expected, List<String> options, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("runtime/bin/java").toString());
        command.add("@" + home.resolve("lib/java.options"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(home.resolve("lib").toString())));
        command.addAll(arguments);
        Path output = work.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DEVICEBATCH_") || name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        int code = builder.start().waitFor();
        if (code != expected) {
            throw new IllegalStateException(arguments + " ended with " + code + ":\n" + Files.readString(output));
        }
    }

    private String classPath(String folder) {
        return jars.stream().map(jar -> folder + "/" + jar).collect(Collectors.joining(":"));
    }

    private String imageOptions(String folder) {
        return Stream.of(
                        "-XX:SharedArchiveFile=" + folder + "/lib/devicebatch.jsa",
                        "-Ddevicebatch.command=devicebatch",
                        "-cp",
                        classPath(folder + "/lib"),
                        MAIN)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
