package io.github.devicebatch.cli;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

/**
 * A program: measures whole processes from start to exit, in interleaved rounds, and prints medians, ratios and differences. The
 * ratio and the difference of a line are medians over rounds against {@code java -version} of the same round, so that load which
 * comes and goes meets both. {@code docs/installing.md} says how to run it.
 */
final class StartTime {

    private static final String BASE = "java -version";
    private static final Path TARGET =
            Path.of(System.getProperty("devicebatch.lib")).getParent().getParent();

    private static final Path CHECKOUT = TARGET.getParent().getParent();
    private static final Set<String> OURS = Set.of("package", "checkout", "zip");

    private final Map<String, List<String>> commands = new LinkedHashMap<>();
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();
    private final Path folder;

    private StartTime(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the number of rounds, 20 by default, then further programs to run in each round as {@code NAME=PATH}. Such a program
     * gets the arguments of {@code status}, so a program with another interface needs a script around it.
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Map<String, Path> programs = new LinkedHashMap<>();
        programs.put("package", TARGET.resolve("dist-work/linux/bin/devicebatch"));
        programs.put("checkout", CHECKOUT.resolve("devicebatch"));
        Path folder = Files.createTempDirectory("start");
        programs.put("zip", zipLauncher(folder));
        for (String further : List.of(arguments).subList(Math.min(1, arguments.length), arguments.length)) {
            String[] parts = further.split("=", 2);
            programs.put(parts[0], Path.of(parts[1]));
        }
        try (FakePartnerCenter clear = FakePartnerCenter.start();
                FakePartnerCenter secure = FakePartnerCenter.start(Tls.VALID)) {
            var measurement = new StartTime(folder);
            measurement.prepare(programs, clear, secure);
            measurement.awaitArchive();
            for (int round = -1; round < rounds; round++) {
                measurement.run(round);
            }
            measurement.print(rounds);
        }
    }

    /** Creates in {@code folder} what the package for an installed Java has, and returns its launcher. */
    private static Path zipLauncher(Path folder) throws IOException {
        Files.createSymbolicLink(folder.resolve("lib"), TARGET.resolve("dist-work/linux/lib"));
        Path launcher = folder.resolve("devicebatch");
        Files.copy(TARGET.resolveSibling("src/dist/zip/devicebatch"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        return launcher;
    }

    private void prepare(Map<String, Path> programs, FakePartnerCenter clear, FakePartnerCenter secure)
            throws IOException, GeneralSecurityException {
        clear.script(Batches.REFERENCE).then(Reply.documentedExample());
        secure.script(Batches.REFERENCE).then(Reply.documentedExample());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", secure.authority());
        try (OutputStream file = Files.newOutputStream(folder.resolve("trust.p12"))) {
            store.store(file, "changeit".toCharArray());
        }
        commands.put(
                BASE,
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version"));
        String reference = Batches.REFERENCE.toString();
        programs.forEach((name, program) -> {
            String path = program.toString();
            commands.put(
                    name + ": status",
                    List.of(
                            path,
                            "status",
                            reference,
                            "--base-url",
                            clear.baseUrl().toString()));
            commands.put(
                    name + ": status, TLS",
                    List.of(
                            path,
                            "status",
                            reference,
                            "--base-url",
                            secure.baseUrl().toString()));
            if (OURS.contains(name)) {
                commands.put(name + ": --version", List.of(path, "--version"));
                commands.put(name + ": --help", List.of(path, "--help"));
                commands.put(name + ": explain 808", List.of(path, "explain", "808"));
                commands.put(name + ": completion bash", List.of(path, "completion", "bash"));
            }
        });
    }

    /**
     * Starts the checkout's launcher, which makes an archive of classes in the background, and waits for the archive. The first start
     * after a build by the launcher itself makes none.
     */
    private void awaitArchive() throws IOException, InterruptedException {
        try (WatchService changes = TARGET.getFileSystem().newWatchService()) {
            TARGET.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            millis(commands.get("checkout: --version"));
            millis(commands.get("checkout: --version"));
            while (!hasArchive()) {
                WatchKey change = Optional.ofNullable(changes.poll(10, TimeUnit.MINUTES))
                        .orElseThrow(
                                () -> new IllegalStateException("the checkout's launcher makes no archive of classes"));
                change.pollEvents();
                change.reset();
            }
        }
    }

    private static boolean hasArchive() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<String> archives = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("devicebatch-start-"))
                    .toList();
            return !archives.isEmpty() && archives.stream().noneMatch(name -> name.endsWith(".making"));
        }
    }

    /** Runs each command once; every other round in the opposite order. Round -1 fills the caches and is not counted. */
    private void run(int round) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(commands.keySet());
        for (String name : round % 2 == 0 ? names : names.reversed()) {
            double took = millis(commands.get(name));
            if (round >= 0) {
                millis.computeIfAbsent(name, first -> new ArrayList<>()).add(took);
            }
        }
    }

    private double millis(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("DEVICEBATCH_TOKEN", "made-up");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12")
                                + " -Djavax.net.ssl.trustStorePassword=changeit");
        long begun = System.nanoTime();
        int code = builder.start().waitFor();
        long ended = System.nanoTime();
        if (code != 0) {
            throw new IllegalStateException(
                    command + " ended with " + code + ": " + Files.readString(folder.resolve("err")));
        }
        return (ended - begun) / 1e6;
    }

    private void print(int rounds) {
        System.out.printf(
                "%d rounds, %d processors%n", rounds, Runtime.getRuntime().availableProcessors());
        System.out.printf("%-28s %10s %10s %12s %12s%n", "", "median ms", "least ms", "x java", "- java, ms");
        List<Double> base = millis.get(BASE);
        millis.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-28s %10.0f %10.0f %12.2f %12.0f%n",
                name,
                median(all),
                all.stream().min(Double::compare).orElseThrow(),
                median(paired(all, base, (one, other) -> one / other)),
                median(paired(all, base, (one, other) -> one - other))));
        commands.keySet().stream().filter(name -> name.startsWith("package: ")).forEach(this::printPairs);
    }

    /** Prints what the package's time is of the time that each other program takes for the same. */
    private void printPairs(String name) {
        String what = name.substring("package".length());
        millis.keySet().stream()
                .filter(other -> other.endsWith(what) && !other.equals(name))
                .forEach(other -> System.out.printf(
                        Locale.ROOT,
                        "%s / %s = %.2f%n",
                        name,
                        other,
                        median(paired(millis.get(name), millis.get(other), (one, another) -> one / another))));
    }

    private static List<Double> paired(List<Double> some, List<Double> others, DoubleBinaryOperator by) {
        List<Double> results = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            results.add(by.applyAsDouble(some.get(i), others.get(i)));
        }
        return results;
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
