package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GzippedResponseTest {

    private static final int GIBIBYTE = 1_024 * 1_024 * 1_024;

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void sendsAGzipBomb() throws IOException {
        String answer = RawAnswer.to(
                partnerCenter,
                Reply.json(200, "{}").gzippedWithPadding(GIBIBYTE + 7L).truncatedAfter(Integer.MAX_VALUE));
        assertThat(answer).contains("Content-Encoding: gzip\r\n").hasSizeLessThan(2_000_000);
        byte[] body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
        try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(new String(inflated.readNBytes(3), ISO_8859_1)).isEqualTo("{} ");
            inflated.skipNBytes(GIBIBYTE + 6L);
            assertThat(inflated.read()).isEqualTo(-1);
        }
    }

    @Test
    void compressesABodyThatFits() throws IOException {
        byte[] body = Reply.documentedExample().gzipped().body();
        try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(inflated.readAllBytes()).isEqualTo(Batches.documentedExampleJson());
        }
    }
}
