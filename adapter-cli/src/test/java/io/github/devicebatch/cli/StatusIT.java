package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.cli.support.SecretSearch;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FakePartnerCenterExtension.class)
class StatusIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;

    @TempDir
    private Path folder;

    StatusIT(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    private PackagedCommand command;

    @BeforeEach
    void scriptTheExample() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
        command = new PackagedCommand(folder).asking(partnerCenter);
    }

    @Test
    void showsTheDocumentedExampleAsATable() throws Exception {
        RunResult result = command.run("status", REFERENCE, "-v");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("all failed      " + REFERENCE + "\n")
                .contains("reported state \"finished\"", "1234567890", "*****-13579", "808")
                .contains("ZtdDeviceAssignedToOtherTenant  have the other tenant deregister it\n");
        assertThat(result.err())
                .matches("connection to 127\\.0\\.0\\.1: direct \\(no proxy is set\\)\nattempt 1 of " + REFERENCE
                        + ": HTTP 200\nrequest for " + REFERENCE + "[^\n]*\n");
    }

    @Test
    void showsTheDocumentedExampleAsJson() throws Exception {
        RunResult result =
                command.run("status", "/v1/customers/" + REFERENCE.replace("/", "/batchjobstatus/"), "-o", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(Json.createReader(new StringReader(result.out()))
                        .readObject()
                        .getJsonArray("results")
                        .getJsonObject(0)
                        .getString("outcome"))
                .isEqualTo("allFailed");
    }

    @Test
    void showsTheDocumentedExampleAsCsvForReferencesFromStandardInput() throws Exception {
        RunResult result = command.input("# one\r\n" + REFERENCE + "\r\n\r\n").run("status", "-", "-o", "csv");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).containsSubsequence("customerId,", "\r\n47021739-", ",1234567890,", ",808,", "\r\n");
    }

    @Test
    void reportsAnInvalidLineAndSendsNothing() throws Exception {
        RunResult result = command.input(REFERENCE + "\nnonsense\n").run("status", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error: line 2 of standard input: not a batch reference: \"nonsense\"");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @Test
    void readsTheTokenFromAFileAndFromStandardInput() throws Exception {
        command.without("DEVICEBATCH_TOKEN");

        assertThat(command.run("status", REFERENCE, "--token-file", file(SecretSearch.TOKEN + "\n"))
                        .exitCode())
                .isZero();
        assertThat(command.input(SecretSearch.TOKEN)
                        .run("status", REFERENCE, "--token-file=-")
                        .exitCode())
                .isZero();
    }

    @Test
    void rejectsATokenWithALineBreakWithoutPrintingIt() throws Exception {
        RunResult result =
                command.run("status", REFERENCE, "-v", "--token-file", file("line\n" + SecretSearch.TOKEN + "\n"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("the access token has a line break at position 5");
        assertThat(partnerCenter.requests()).isEmpty();
    }

    @Test
    void namesTheWaysToGiveATokenIfThereIsNone() throws Exception {
        RunResult result = command.without("DEVICEBATCH_TOKEN").run("status", REFERENCE);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("no access token", "--token-file", "DEVICEBATCH_TOKEN");
    }

    @Test
    void aRejectedTokenEndsTheRequestsForTwoThousandReferences() throws Exception {
        references(2_000).forEach(batch -> partnerCenter.respond(batch, () -> Reply.empty(401)));

        RunResult result = command.input(lines(2_000)).run("status", "-", "--rate=none", "--concurrency=16");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(partnerCenter.requestCount()).isBetween(1L, 16L);
        assertThat(result.err()).containsOnlyOnce("error: ").contains("why: Partner Center rejected the access token");
        assertThat(result.out()).containsPattern("\\n2000 batches: \\d+ refused, \\d+ not asked\\n");
    }

    private static Stream<BatchReference> references(int count) {
        return IntStream.range(0, count).mapToObj(Batches::numbered);
    }

    private static String lines(int count) {
        return references(count).map(BatchReference::toString).collect(Collectors.joining("\n"));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("token.txt"), content).toString();
    }
}
