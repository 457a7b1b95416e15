package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.cli.support.SquidProxy;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.oauth.DeviceCodePoll;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command through a real squid that wants a login, to servers with a certificate of a private authority. */
@Tag("peers")
class ThroughSquidIT {

    private static final String HOST = "elsewhere.example";
    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String PASSWORD = "p%40ss%3Aword";

    @TempDir
    private Path folder;

    private FakePartnerCenter servers;
    private SquidProxy squid;
    private Path caFile;

    @BeforeEach
    void start() throws Exception {
        servers = FakePartnerCenter.start(Tls.WRONG_HOST);
        servers.script(Batches.REFERENCE).then(Reply.documentedExample());
        caFile = Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(servers.authority().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        squid = SquidProxy.start(folder, HOST, "user p@ss:word");
    }

    @AfterEach
    void stop() {
        squid.close();
        servers.close();
    }

    private PackagedCommand command(String password) {
        return new PackagedCommand(folder)
                .with("HTTPS_PROXY", "http://user:" + password + "@127.0.0.1:" + squid.port())
                .with("SSL_CERT_FILE", caFile.toString());
    }

    private String server() {
        return "https://" + HOST + ":" + servers.baseUrl().getPort();
    }

    private RunResult status(String password) throws IOException, InterruptedException {
        return command(password)
                .with("DEVICEBATCH_BASE_URL", server())
                .with("DEVICEBATCH_TOKEN", SecretSearch.TOKEN)
                .run("status", REFERENCE);
    }

    @Test
    void statusGoesThroughTheTunnel() throws Exception {
        RunResult result = status(PASSWORD);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(servers.requests()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsToldAsTheProxysRefusal() throws Exception {
        RunResult result = status("wr0ng");

        assertThat(result.err())
                .contains("why: the proxy 127.0.0.1:" + squid.port() + " does not accept the login (HTTP 407)")
                .doesNotContain("wr0ng");
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(servers.connections().accepted()).isZero();
    }

    @Test
    void loginGoesThroughTheTunnel() throws Exception {
        servers.tokens().publicClient(PartnerTenant.CLIENT_ID);
        servers.tokens().deviceCodes().interval(Duration.ofSeconds(1)).polls(DeviceCodePoll.APPROVED);
        Path file = folder.resolve("private/refresh-token");

        RunResult result = command(PASSWORD)
                .run(
                        "login",
                        "--tenant=" + PartnerTenant.TENANT,
                        "--client-id=" + PartnerTenant.CLIENT_ID,
                        "--refresh-token-file=" + file,
                        "--authority=" + server());

        assertThat(result.err()).doesNotContain(PASSWORD).contains("https://microsoft.com/devicelogin");
        assertThat(result.exitCode()).isZero();
        assertThat(servers.tokens().refresh().accepts(Files.readString(file).strip()))
                .isTrue();
    }
}
