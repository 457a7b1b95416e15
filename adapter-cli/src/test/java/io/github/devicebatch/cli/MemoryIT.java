package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command in a heap that is too small for the answers. */
@ExtendWith(FakePartnerCenterExtension.class)
class MemoryIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;

    @TempDir
    private Path folder;

    MemoryIT(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    private PackagedCommand command(int heap) {
        return new PackagedCommand(folder).asking(partnerCenter).jvm("-XX:+UseSerialGC", "-Xmx" + heap + "m");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void waitEndsIfAnAnswerNeedsTooMuchMemoryAndTellsHowToGoOn(boolean isChunked) throws Exception {
        var answer = LargeBatches.answer(100_000);
        partnerCenter.script(Batches.REFERENCE).then(isChunked ? answer.chunked(1 << 16) : answer);

        RunResult result = command(32).run("wait", REFERENCE);

        assertThat(result.err())
                .contains(
                        "error: unreadable: " + REFERENCE
                                + "\nwhy: the answer needs up to 64 MiB of memory; all answers"
                                + " together may take 16 MiB, a part of the heap of Java (-Xmx) (HTTP 200)\n"
                                + "try: more memory: JAVA_TOOL_OPTIONS=-Xmx1g\n",
                        "\nto resume:\ndevicebatch wait " + REFERENCE + "\n")
                .doesNotContain("a bug", "could not be reached", "unreachable");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(partnerCenter.requestCount()).isEqualTo(1);
    }

    @Test
    void statusAnswersTheOtherBatches() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample().paddedTo(16 << 20));
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.finished(Batches.anotherBatch().tracking()));

        RunResult result =
                command(32).run("status", REFERENCE, Batches.anotherBatch().toString());

        assertThat(result.out()).contains("unreadable").contains("all registered  " + Batches.anotherBatch());
        assertThat(result.err()).contains("try: more memory: JAVA_TOOL_OPTIONS=-Xmx1g\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    /** Together they would need more than the heap, and so would each JSON line that was kept until its end. */
    @ParameterizedTest
    @CsvSource({"status, false", "wait, true"})
    void fiveLargeAnswersAtOnceAreCompleteIn24Mebibytes(String command, boolean isChunked) throws Exception {
        var answer = LargeBatches.answer(17_000);
        var batches = new LargeBatches(partnerCenter, folder, 5, isChunked ? answer.chunked(1 << 16) : answer);

        LargeBatches.Result result = batches.run(24, command, 5);

        assertThat(result.err()).doesNotContain("error: ");
        assertThat(result.exitCode()).isEqualTo(command.equals("wait") ? 3 : 0);
        assertThat(result.answers()).isEqualTo(5);
    }
}
