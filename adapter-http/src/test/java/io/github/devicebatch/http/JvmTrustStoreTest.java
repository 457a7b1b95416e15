package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.TestCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM reads {@code javax.net.ssl.trustStore} once, so each case has a JVM of its own. */
class JvmTrustStoreTest {

    private static TestCertificate certificate;

    @TempDir
    private Path folder;

    @BeforeAll
    static void createCertificate() {
        certificate = TestCertificate.forHosts("127.0.0.1");
    }

    @Test
    void isUsedInAdditionToTheFiles() throws Exception {
        Path store = storeWithPassword("secret");
        assertThat(run(store, "secret", "")).isEqualTo("a TLS context");
        assertThat(run(
                        store,
                        "secret",
                        Files.writeString(folder.resolve("ca.pem"), certificate.pem())
                                .toString()))
                .isEqualTo("a TLS context");
    }

    @ParameterizedTest(name = "with a file of authorities: {0}")
    @ValueSource(booleans = {false, true})
    void isNamedIfItIsUnusable(boolean withFile) throws Exception {
        Path pem = Files.writeString(folder.resolve("ca.pem"), certificate.pem());
        String file = withFile ? pem.toString() : "";
        assertThat(run(pem, "changeit", file)).startsWith(unusable(pem)).doesNotContain("\tat ");
        Path store = storeWithPassword("secret");
        assertThat(run(store, "wrong", file)).startsWith(unusable(store)).doesNotContain("\tat ");
    }

    @Test
    void isNamedIfItIsEmpty() throws Exception {
        Path store = folder.resolve("store");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        stored(empty, store, "secret");
        assertThat(run(store, "secret", "")).isEqualTo(unusable(store) + "it has no certificate");
    }

    /** The JDK's exception has no message. */
    @Test
    void isNamedIfItIsTooShortForAnyFormat() throws Exception {
        Path store = Files.writeString(folder.resolve("store"), "text\n");
        assertThat(run(store, "secret", "")).isEqualTo(unusable(store) + "it is neither PKCS#12 nor JKS");
    }

    @Test
    void isIgnoredByTheJdkIfItDoesNotExist() throws Exception {
        assertThat(run(folder.resolve("missing"), "changeit", "")).isEqualTo("a TLS context");
    }

    private static String unusable(Path store) {
        return "the trust store of the JVM (javax.net.ssl.trustStore=" + store + ") can't be used: ";
    }

    private Path storeWithPassword(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", certificate.certificate());
        Path file = folder.resolve("store");
        stored(store, file, password);
        return file;
    }

    private static void stored(KeyStore store, Path file, String password) throws Exception {
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, password.toCharArray());
        }
    }

    private static String run(Path store, String password, String file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.net.ssl.trustStore=" + store,
                "-Djavax.net.ssl.trustStorePassword=" + password,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        if (!file.isEmpty()) {
            command.add(file);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.strip();
    }

    /** Creates a TLS context and prints the result. */
    static final class Program {

        private Program() {}

        public static void main(String[] files) throws IOException {
            TrustSettings settings = TrustSettings.system();
            for (String file : files) {
                settings = settings.withAuthoritiesIn(Path.of(file));
            }
            try {
                settings.sslContext();
                System.out.println("a TLS context");
            } catch (IllegalStateException unusable) {
                System.out.println(unusable.getMessage());
            }
        }
    }
}
