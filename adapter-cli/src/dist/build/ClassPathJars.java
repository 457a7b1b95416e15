import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A build program: writes the jars of a class path so that an archive of loaded classes can hold all of them. Such an archive
 * leaves out signed jars and class files below version 50. So a signed jar is written without its signature, and old class files
 * get version 50 with the stack maps that the verifier wants then. An unpacked jar is packed. All other jars are copied. Needs
 * Java 24 or newer.
 */
final class ClassPathJars {

    private static final int MIN_VERSION = ClassFile.JAVA_6_VERSION;
    private static final String SIGNATURE = "META-INF/[^/]*\\.(SF|RSA|DSA|EC)";

    private final Path target;
    private final Instant time;

    private ClassPathJars(Path target, Instant time) {
        this.target = target;
        this.time = time;
    }

    /** Takes the folder to write, the modification time of all that is written, and class paths; folders on them are skipped. */
    public static void main(String[] arguments) throws IOException {
        List<Path> sources = Arrays.stream(arguments)
                .skip(2)
                .flatMap(Pattern.compile(File.pathSeparator)::splitAsStream)
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
        write(Path.of(arguments[0]), Instant.parse(arguments[1]), sources);
    }

    /** Writes jars and unpacked jars into the folder {@code target}, which it creates. */
    static void write(Path target, Instant time, List<Path> sources) throws IOException {
        var jars = new ClassPathJars(Files.createDirectories(target), time);
        for (Path source : sources) {
            jars.write(source);
        }
    }

    private void write(Path source) throws IOException {
        boolean unpacked = Files.isDirectory(source);
        Path jar = target.resolve(source.getFileName() + (unpacked ? ".jar" : ""));
        if (unpacked) {
            pack(source, jar);
        } else {
            writeJar(source, jar);
        }
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    private void writeJar(Path source, Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(source)) {
            Path root = content.getPath("/");
            if (entries(root).stream().anyMatch(file -> isOld(file) || isSignature(root, file))) {
                pack(root, jar);
            } else {
                Files.copy(source, jar);
            }
        }
    }

    private void pack(Path root, Path jar) throws IOException {
        ClassFile raiser = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        ClassHierarchyResolver.ofResourceParsing(type -> open(root, type.descriptorString()))
                                .orElse(ClassHierarchyResolver.defaultResolver())));
        int raised = 0;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(zip, JarFile.MANIFEST_NAME, manifest(root));
            for (Path file : entries(root)) {
                if (isSignature(root, file) || name(root, file).equals(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                boolean old = isOld(file);
                put(zip, name(root, file), old ? raise(raiser, Files.readAllBytes(file)) : Files.readAllBytes(file));
                raised += old ? 1 : 0;
            }
        }
        System.out.println(jar.getFileName() + ": packed, " + raised + " class files raised to version " + MIN_VERSION);
    }

    private static byte[] raise(ClassFile raiser, byte[] bytes) {
        // Stack maps are written for the version that is set when a method's code is written, so the version comes first.
        ClassModel model = raiser.parse(bytes);
        return raiser.build(model.thisClass().asSymbol(), builder -> {
            builder.withVersion(MIN_VERSION, 0);
            model.elementStream()
                    .filter(element -> !(element instanceof ClassFileVersion))
                    .forEach(element -> copy(element, builder));
        });
    }

    private static void copy(ClassElement element, ClassBuilder builder) {
        if (element instanceof MethodModel method) {
            builder.transformMethod(method, MethodTransform.transformingCode(CodeBuilder::with));
        } else {
            builder.with(element);
        }
    }

    /** Returns the main section of the manifest: the others hold the digests of the signature. */
    private static byte[] manifest(Path root) throws IOException {
        Path file = root.resolve(JarFile.MANIFEST_NAME);
        Manifest manifest = new Manifest();
        try (InputStream in = Files.newInputStream(file)) {
            manifest.read(in);
        }
        manifest.getEntries().values().removeIf(section -> section.keySet().stream().allMatch(ClassPathJars::isDigest));
        var bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static boolean isDigest(Object attribute) {
        return attribute.toString().endsWith("-Digest");
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static List<Path> entries(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .sorted((one, other) -> name(root, one).compareTo(name(root, other)))
                    .toList();
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isSignature(Path root, Path file) {
        return name(root, file).matches(SIGNATURE);
    }

    private static boolean isOld(Path file) {
        if (!file.toString().endsWith(".class")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            return ((head[6] & 0xff) << 8 | head[7] & 0xff) < MIN_VERSION;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Path root, String descriptor) {
        Path file = root.resolve(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
