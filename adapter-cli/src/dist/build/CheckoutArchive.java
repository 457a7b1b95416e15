import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that the checkout's launcher runs in the background: writes what it starts the command from as soon as it is there.
 * These are copies of the jars that an archive of loaded classes can hold, the archive, and a list of the jars.
 */
final class CheckoutArchive {

    private CheckoutArchive() {}

    /** Takes the folder with the jars of the build, the folder to write, and the options of the Java virtual machine. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[1]);
        Path lib = target.resolve("lib");
        // Java checks the archive against size and time of the jars: these have a time of their own.
        ClassPathJars.write(lib, Instant.now().truncatedTo(ChronoUnit.SECONDS), sources(Path.of(arguments[0])));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> options = List.of(arguments).subList(2, arguments.length);
        var archive = new TrainedArchive(java, options, lib, target.resolve("training"));
        archive.write(target.resolve("devicebatch.jsa"));
        Files.write(target.resolve("jars"), archive.jars());
    }

    private static List<Path> sources(Path build) throws IOException {
        try (Stream<Path> files = Files.list(build)) {
            return files.sorted().toList();
        }
    }
}
