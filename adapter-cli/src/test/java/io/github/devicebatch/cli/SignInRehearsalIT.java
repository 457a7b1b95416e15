package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RawHttpClient;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.Signal;
import io.github.devicebatch.testkit.Batches;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/signing-in.md}, "Rehearse a sign-in", against the packaged fake. */
@Timeout(120)
class SignInRehearsalIT {

    private static final Path PAGE = Path.of("..", "docs", "signing-in.md");
    private static final Pattern USER_CODE = Pattern.compile("^ {2}([A-Z0-9]{9})$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @TempDir
    private Path serverFolder;

    private PackagedCommand server;
    private Process serving;
    private URI url;

    @BeforeEach
    void startTheFake() throws Exception {
        server = new PackagedCommand(serverFolder);
        List<String> start = arguments("fake");
        serving = server.start(start.subList(2, start.size()).stream()
                .filter(argument -> !argument.equals("--port") && !argument.equals("8080"))
                .toArray(String[]::new));
        String firstLine = serving.inputReader(UTF_8).readLine();
        url = URI.create(firstLine.substring("listening on ".length()));
    }

    @AfterEach
    void stopTheFake() throws Exception {
        if (serving.isAlive()) {
            Signal.TERM.send(serving);
            server.ended(serving);
        }
    }

    /** Returns the words of the line of the page that begins with the command, behind a word in front of them. */
    private static List<String> arguments(String command) throws IOException {
        String section =
                Files.readString(PAGE).split("## Rehearse a sign-in\n", 2)[1].split("\n## ", 2)[0];
        String line = Pattern.compile("^ *devicebatch " + command + "(\\\\\n|.)*", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        return List.of(("x " + line.replace("\\\n", " ").replaceFirst("#.*", "").strip()).split("\\s+"));
    }

    private String[] of(String command) throws IOException {
        List<String> words = arguments(command);
        return words.subList(2, words.size()).stream()
                .map(word -> word.replace("http://127.0.0.1:8080", url.toString())
                        .replace("rehearsal/", folder + "/rehearsal/")
                        .replace("client-secret.txt", folder + "/client-secret.txt"))
                .toArray(String[]::new);
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder);
    }

    private String userCode(Process login) throws IOException, InterruptedException {
        Optional<String> code = Optional.empty();
        while (code.isEmpty() && login.isAlive()) {
            code = USER_CODE
                    .matcher(Files.readString(folder.resolve("err")))
                    .results()
                    .map(result -> result.group(1))
                    .findFirst();
        }
        return code.orElseThrow();
    }

    @Test
    void aUserSignsInAndTheStatusIsShown() throws Exception {
        PackagedCommand login = command();
        Process signingIn = login.start(of("login"));
        String code = userCode(signingIn);
        String answer = new RawHttpClient(url)
                .exchange(
                        "POST", "/devicelogin", "Content-Type: application/x-www-form-urlencoded\r\n", "code=" + code);
        RunResult signedIn = login.ended(signingIn);

        RunResult status = command().run(of("status CUSTOMER".replace("CUSTOMER", Batches.CUSTOMER.toString())));

        assertThat(answer).contains("Signed in. Return to the command.");
        assertThat(signedIn.err())
                .contains("\n  " + url + "/devicelogin\n", "\nsigned in; the refresh token is stored in ");
        assertThat(signedIn.exitCode()).isZero();
        assertThat(status.err()).isEmpty();
        assertThat(status.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
    }

    @Test
    void anAppSignsInWithItsSecret() throws Exception {
        Files.writeString(folder.resolve("client-secret.txt"), "secret-of-the-fake\n");

        RunResult status = command().run(of("wait"));

        assertThat(status.firstLine()).contains(Batches.REFERENCE.toString());
        assertThat(status.exitCode()).isEqualTo(3);
    }

    @Test
    void anotherTokenIsRejected() throws Exception {
        RunResult status = command()
                .with("DEVICEBATCH_TOKEN", "any")
                .run("status", Batches.REFERENCE.toString(), "--base-url", url.toString());

        assertThat(status.exitCode()).isEqualTo(4);
    }

    @Test
    void theHelpOfTheFakeNamesTheSameApp() throws Exception {
        Signal.TERM.send(serving);

        assertThat(server.ended(serving).err())
                .contains("login --tenant contoso.onmicrosoft.com --client-id 11111111-2222-4333-8444-555555555555");
    }
}
