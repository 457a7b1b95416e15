package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetIT {

    @Test
    void asksAsOftenAsItSaysAndNoMore(@TempDir Path folder) throws IOException, InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.script(Batches.REFERENCE).then(Reply.reset());

            Ran ran = new PackagedCommand(folder).asking(fake).run("status", Batches.REFERENCE.toString());

            assertThat(ran.err()).contains("4 attempts in ");
            assertThat(fake.requestCount()).isEqualTo(4);
        }
    }
}
