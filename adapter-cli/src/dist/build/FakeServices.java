import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;

/**
 * A build program: two fakes of Partner Center and of its token endpoint, one in clear text and one over TLS, and the files that a
 * client needs. Both know an application, let a user sign in, and answer about the vendor's documented batch.
 */
final class FakeServices implements AutoCloseable {

    static final String TENANT = "contoso.onmicrosoft.com";
    static final String CLIENT_ID = "8f6b3a3e-2f5c-4d3a-9d1e-5a4c6b7d8e9f";
    static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String SECRET = "made-up";

    final Path folder;
    private final FakePartnerCenter clear = FakePartnerCenter.start();
    private final FakePartnerCenter secure = FakePartnerCenter.start(Tls.VALID);

    /** Starts both and writes {@code token}, {@code secret} and {@code trust.p12} into {@code folder}. */
    FakeServices(Path folder) throws IOException {
        this.folder = folder;
        for (FakePartnerCenter fake : List.of(clear, secure)) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            fake.control().magicBatches(true);
            fake.tokens().application(CLIENT_ID, SECRET).publicClient(CLIENT_ID);
            fake.tokens().deviceCodes().interval(Duration.ofSeconds(1)).polls(DeviceCodePoll.APPROVED);
        }
        write("token", "made-up");
        write("secret", SECRET);
        writeTrustStore();
    }

    /** Takes a folder, prints the address in clear text and the address over TLS, and runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (FakeServices services = new FakeServices(Files.createDirectories(Path.of(arguments[0])))) {
            System.out.println(services.clearText() + " " + services.overTls());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    URI clearText() {
        return clear.baseUrl();
    }

    URI overTls() {
        return secure.baseUrl();
    }

    /** Returns the options by which a Java virtual machine trusts the fake over TLS. */
    List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"), "-Djavax.net.ssl.trustStorePassword=changeit");
    }

    private void write(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void writeTrustStore() throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve("trust.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", secure.authority());
            store.store(file, "changeit".toCharArray());
        } catch (GeneralSecurityException unsound) {
            throw new IllegalStateException("the trust store cannot be written", unsound);
        }
    }

    @Override
    public void close() {
        clear.close();
        secure.close();
    }
}
