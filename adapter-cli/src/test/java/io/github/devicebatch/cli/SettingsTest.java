package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings file with the commands that read it. */
@ExtendWith(FakePartnerCenterExtension.class)
class SettingsTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String CUSTOMER = Batches.CUSTOMER.toString();
    private static final String TRACKING = Batches.TRACKING.toString();

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    @TempDir
    private Path folder;

    SettingsTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter);
    }

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.documentedExample());
    }

    /** Writes the file that {@code DEVICEBATCH_CONFIG} names. */
    private Path settings(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("my settings"), text);
        tester.with("DEVICEBATCH_CONFIG", file.toString());
        return file;
    }

    @Test
    void theFileGivesTheDefaultOfAnOption() throws IOException {
        settings("output = csv\nexit-status = yes");

        RunResult result = tester.run("status", REFERENCE);

        assertThat(result.err()).isEmpty();
        assertThat(result.firstLine()).startsWith("customerId,");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void anOptionPrecedesItsVariableAndThatTheFile() throws IOException {
        settings("output = csv");
        tester.with("DEVICEBATCH_OUTPUT", "json");

        assertThat(tester.run("status", REFERENCE).firstLine()).isEqualTo("{");
        assertThat(tester.run("status", REFERENCE, "-otable").firstLine()).startsWith("all failed ");
    }

    @Test
    void aSignInMethodPrecedesThatOfTheFile() throws IOException {
        settings("token-file = " + folder.resolve("missing"));

        assertThat(tester.run("status", REFERENCE).exitCode()).isZero();

        tester.variables.remove("DEVICEBATCH_TOKEN");
        RunResult result = tester.run("status", REFERENCE);
        assertThat(result.err()).contains("there is no file with the given name");
        assertThat(result.exitCode()).isEqualTo(2);

        Path token = Files.writeString(folder.resolve("token"), "of-the-file");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        assertThat(tester.run("status", REFERENCE, "--token-file", token.toString())
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theFileIsReadByItsMark(String encoding) throws IOException {
        byte[] text = "\ufeff! Müller\r\ncustomer.Müller = ".concat(CUSTOMER).getBytes(Charset.forName(encoding));
        Path file = Files.write(folder.resolve("settings"), text);

        RunResult result = tester.with("DEVICEBATCH_CONFIG", file.toString()).run("status", "-c", "müller", TRACKING);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aNameStandsForACustomer() throws IOException {
        Files.writeString(folder.resolve("list"), "customer,tracking\nCONTOSO," + TRACKING);
        settings("customer.contoso : \"" + CUSTOMER + "\"\ncustomer: contoso");

        assertThat(tester.run("status", TRACKING).exitCode()).isZero();
        assertThat(tester.run("status", "contoso/" + TRACKING).exitCode()).isZero();
        assertThat(tester.run("status", "--refs-file", folder.resolve("list").toString())
                        .exitCode())
                .isZero();
        assertThat(tester.run("status", "-c", "fabrikam", TRACKING).err()).contains("not a customer id: \"fabrikam\"");
    }

    @Test
    void namesTheKeyOfAnInvalidValue() throws IOException {
        Path file = settings("rate = fast");

        assertThat(tester.run("status", REFERENCE).err())
                .contains("\"fast\" is not a rate", "why: the value comes from rate in " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_CONFIG_HOME, XDG/devicebatch",
        "Linux, '', HOME/.config/devicebatch",
        "FreeBSD, '', HOME/.config/devicebatch",
        "Mac OS X, XDG_CONFIG_HOME, HOME/Library/Application Support/devicebatch",
        "Windows 11, APPDATA, APPDATA/devicebatch"
    })
    void theFileHasTheUsualPlaceOfThePlatform(String system, String variable, String place) throws IOException {
        tester.properties.setProperty("os.name", system);
        tester.properties.setProperty("user.home", folder.resolve("HOME").toString());
        if (!variable.isEmpty()) {
            tester.with(
                    variable,
                    folder.resolve(variable.replace("_CONFIG_HOME", "")).toString());
        }
        Path file = folder.resolve(place).resolve("config.properties");

        assertThat(tester.run("config").firstLine()).isEqualTo("settings file: " + file + " (there is none)");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "output=csv");
        assertThat(tester.run("status", REFERENCE).firstLine()).startsWith("customerId,");
    }

    /** Names that nothing reads. */
    @Nested
    class Unknown {

        @ParameterizedTest
        @CsvSource({
            "DEVICEBATCH_TOKE, DEVICEBATCH_TOKEN",
            "DEVICEBATCH_BASEURL, DEVICEBATCH_BASE_URL",
            "DEVICEBATCH_TIMOUT, DEVICEBATCH_TIMEOUT",
            "DEVICEBATCH_CONFG, DEVICEBATCH_CONFIG"
        })
        void namesTheVariableThatIsMeant(String name, String meant) {
            assertThat(tester.with(name, "s3cret").run("status", REFERENCE).err())
                    .isEqualTo("note: the variable " + name + " is unknown and has no effect; do you mean " + meant
                            + "?\n");
            assertThat(tester.run("status", REFERENCE, "-q").err()).isEmpty();
        }

        @Test
        void namesTheKeyThatIsMeant() throws IOException {
            Path file = settings("rte = 5/s\nBASE_URL = http://127.0.0.1:1\nsomething-else = x");

            assertThat(tester.run("status", REFERENCE).err())
                    .isEqualTo("note: the key rte in " + file + " is unknown and has no effect; do you mean rate?\n"
                            + "note: the key something-else in " + file + " is unknown and has no effect\n");
        }
    }

    /** Files that are refused. */
    @Nested
    class Unusable {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "token",
                    "access-token",
                    "ACCESS_TOKEN",
                    "client-secret",
                    "password",
                    "client-certificate-password",
                    "refresh-token",
                    "--token"
                })
        void rejectsASecretAndSaysWhereItGoes(String key) throws IOException {
            Path file = settings(key + " = s3cret");

            RunResult result = tester.run("status", REFERENCE);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("error: cannot use the settings file " + file + "\nwhy: its key ")
                    .contains(" names a secret, and the file may contain none\ntry: put the secret into a private file")
                    .doesNotContain("s3cret");
        }

        @Test
        void rejectsALoginForAProxy() throws IOException {
            settings("proxy = http://me:s3cret@127.0.0.1:3128");

            assertThat(tester.run("status", REFERENCE).err())
                    .contains("its key proxy has a login")
                    .doesNotContain("s3cret");
        }

        @Test
        void rejectsATokenCommandThatOthersCanChange() throws IOException {
            Path file = settings("token-command = echo token");
            tester.variables.remove("DEVICEBATCH_TOKEN");

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
            assertThat(tester.run("status", REFERENCE).err())
                    .contains("it has a token command, and other users can change it", "chmod go-w");

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(tester.run("status", REFERENCE).exitCode()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "rate = \\u00zz, it is not a properties file: Malformed \\uxxxx encoding.",
            "customer.contoso = x, 'not a customer id: \"x\"'",
            "customer.a/b = x, customer.a/b in ",
            "customer. = x, has no usable name"
        })
        void saysWhatIsWrong(String text, String message) throws IOException {
            settings(text);

            RunResult result = tester.run("status", REFERENCE);

            assertThat(result.err()).startsWith("error: ").contains(message);
            assertThat(result.exitCode()).isEqualTo(2);
        }

        @Test
        void saysThatTheNamedFileIsMissing() {
            RunResult result = tester.with(
                            "DEVICEBATCH_CONFIG", folder.resolve("missing").toString())
                    .run("status", REFERENCE);

            assertThat(result.err())
                    .startsWith("error: cannot read the settings file " + folder.resolve("missing")
                            + "\nwhy: there is no such file\n");
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    /** The subcommand that shows the settings. */
    @Nested
    class Config {

        @Test
        void showsEachSettingWithItsSource() throws IOException {
            Path file = settings("rate = 2/s\ntimeout = 2h\ncustomer.contoso = " + CUSTOMER);
            tester.with("DEVICEBATCH_TIMEOUT", "3h")
                    .with("DEVICEBATCH_PROXY", "http://me:s3cret@127.0.0.1:3128")
                    .with("DEVICEBATCH_TOKEN_COMMAND", "echo s3cret");

            RunResult result = tester.run("config");

            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.firstLine()).isEqualTo("settings file: " + file);
            assertThat(result.out().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                    .contains(
                            "SETTING  VALUE  FROM",
                            "customer.contoso  " + CUSTOMER + "  " + file,
                            "rate  2/s  " + file,
                            "timeout  3h  DEVICEBATCH_TIMEOUT",
                            "proxy  ********  DEVICEBATCH_PROXY",
                            "token-command  ********  DEVICEBATCH_TOKEN_COMMAND",
                            "token  ********  DEVICEBATCH_TOKEN",
                            "concurrency  8",
                            "exit-status  no",
                            "output  table");
            assertThat(result.out()).doesNotContain("s3cret", CommandTester.TOKEN);
        }

        @Test
        void notesWhatIsUnknown() throws IOException {
            settings("rte = 2/s");

            assertThat(tester.run("config").err()).contains("do you mean rate?");
        }

        @Test
        void showsThatThePlatformHasNoPlace() {
            assertThat(tester.run("config").firstLine()).isEqualTo("settings file: none");
        }
    }
}
