import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A build step: writes the jars of a module again so that they do not depend on Maven's own Java and on the umask. It runs on the
 * JDK that compiles. Maven's plugins note the version of Maven's Java in the manifest, extend the module descriptor with its tool
 * {@code jar}, and store the permissions of the files. A second run gives the same bytes. Folders get no entries: nothing needs them.
 */
final class ReproducibleJars {

    private static final String MODULE_DESCRIPTOR = "module-info.class";
    /** Four megabytes of fonts that JDK 23 and newer add to Javadoc. The pages are the same without them. */
    private static final String JAVADOC_FONTS = "resource-files/fonts/";

    private final String time;
    private final LocalDateTime localTime;

    private ReproducibleJars(String time) {
        this.time = time;
        this.localTime = LocalDateTime.ofInstant(Instant.parse(time), ZoneOffset.UTC);
    }

    /** Takes the path of the jar without its extension, the folder of the classes, and the modification time of all entries. */
    public static void main(String[] arguments) throws IOException {
        var jars = new ReproducibleJars(arguments[2]);
        jars.rewriteModule(Path.of(arguments[0] + ".jar"), Path.of(arguments[1]));
        for (String classifier : List.of("-sources", "-javadoc")) {
            Path jar = Path.of(arguments[0] + classifier + ".jar");
            if (Files.exists(jar)) {
                jars.rewrite(jar, name -> true);
            }
        }
    }

    private void rewriteModule(Path jar, Path classes) throws IOException {
        String mainClass = rewrite(jar, name -> !name.equals(MODULE_DESCRIPTOR)).getValue(Attributes.Name.MAIN_CLASS);
        List<String> command = new ArrayList<>(List.of("--update", "--file", jar.toString(), "--date", time));
        if (mainClass != null) {
            command.addAll(List.of("--main-class", mainClass));
        }
        command.addAll(List.of("-C", classes.toString(), MODULE_DESCRIPTOR));
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, command.toArray(String[]::new)) != 0) {
            throw new IOException("jar failed to add " + MODULE_DESCRIPTOR + " to " + jar);
        }
        rewrite(jar, name -> true); // as small as it can be: the tool appends the sizes of each entry
    }

    /** Returns the main attributes of the written manifest. */
    private Attributes rewrite(Path jar, Predicate<String> kept) throws IOException {
        Path rewritten = Path.of(jar + ".rewritten");
        Manifest manifest;
        try (ZipFile from = new ZipFile(jar.toFile());
                Output to = new Output(Files.newOutputStream(rewritten))) {
            manifest = manifest(from);
            for (ZipEntry entry : from.stream().toList()) {
                if (kept.test(entry.getName())) {
                    copy(entry, from, to, manifest);
                }
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
        return manifest.getMainAttributes();
    }

    private static Manifest manifest(ZipFile jar) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(JarFile.MANIFEST_NAME))) {
            Manifest manifest = new Manifest(in);
            manifest.getMainAttributes().remove(new Attributes.Name("Build-Tool-Jdk-Spec"));
            manifest.getMainAttributes().putValue("Build-Jdk-Spec", System.getProperty("java.specification.version"));
            return manifest;
        }
    }

    private void copy(ZipEntry entry, ZipFile from, Output to, Manifest manifest) throws IOException {
        String name = entry.getName();
        byte[] content = name.equals(JarFile.MANIFEST_NAME) ? bytes(manifest) : bytes(from, entry);
        if (entry.isDirectory() || name.startsWith(JAVADOC_FONTS) || isEmptyPackageInfo(name, content)) {
            return;
        }
        ZipEntry copy = new ZipEntry(name);
        copy.setTimeLocal(localTime);
        copy.setSize(content.length);
        int strategy = compressedSize(content, Deflater.FILTERED) < compressedSize(content, Deflater.DEFAULT_STRATEGY)
                ? Deflater.FILTERED
                : Deflater.DEFAULT_STRATEGY;
        copy.setCompressedSize(compressedSize(content, strategy));
        copy.setCrc(checksum(content));
        to.setStrategy(strategy);
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
    }

    /** Maven compiles each package-info, to find changes. One without annotations contains nothing but the name of its package. */
    private static boolean isEmptyPackageInfo(String name, byte[] content) {
        return name.endsWith("/package-info.class")
                && !new String(content, StandardCharsets.ISO_8859_1).contains("Annotations");
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        var content = new ByteArrayOutputStream();
        manifest.write(content);
        return content.toByteArray();
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** Output of a jar whose entries are compressed as well as the JDK can. */
    private static final class Output extends ZipOutputStream {

        Output(OutputStream out) {
            super(out);
            setLevel(Deflater.BEST_COMPRESSION);
        }

        /** Sets the strategy of the next entry. */
        void setStrategy(int strategy) {
            def.setStrategy(strategy);
        }
    }

    /** An entry that begins with its sizes does not end with them. */
    private static long compressedSize(byte[] content, int strategy) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setStrategy(strategy);
        try (OutputStream to = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
            to.write(content);
        }
        long size = deflater.getBytesWritten();
        deflater.end();
        return size;
    }

    private static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }
}
