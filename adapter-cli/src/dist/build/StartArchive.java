import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build program: writes the archive of loaded classes from which the packaged command starts, the launcher, and the options for
 * the image.
 */
final class StartArchive {

    private StartArchive() {}

    /**
     * Takes the folder of the package, a folder to work in, the modification time of what is written, the launcher's template,
     * and the folder of the package in the image.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path lib = home.resolve("lib");
        Path work = Path.of(arguments[1]);
        var archive = new TrainedArchive(
                home.resolve("runtime/bin/java"), List.of("@" + lib.resolve("java.options")), lib, work);
        archive.write(lib.resolve("devicebatch.jsa"));
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("devicebatch");
        String template = Files.readString(Path.of(arguments[3]));
        Files.writeString(launcher, template.replace("@class.path@", archive.classPath("$lib")));
        launcher.toFile().setExecutable(true, false);
        Path image = Files.writeString(work.resolve("image.options"), imageOptions(archive, arguments[4]));
        FileTime time = FileTime.from(Instant.parse(arguments[2]));
        for (Path written : List.of(launcher, image, lib.resolve("devicebatch.jsa"))) {
            Files.setLastModifiedTime(written, time);
        }
    }

    private static String imageOptions(TrainedArchive archive, String folder) {
        return Stream.of(
                        "-XX:SharedArchiveFile=" + folder + "/lib/devicebatch.jsa",
                        "-Ddevicebatch.command=devicebatch",
                        "-cp",
                        archive.classPath(folder + "/lib"),
                        "io.github.devicebatch.cli.Main")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
