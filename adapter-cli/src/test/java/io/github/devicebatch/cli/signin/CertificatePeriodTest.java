package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PartnerTenant;
import io.github.devicebatch.cli.support.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of client certificates, on the clock of the command, which stands at 2026-01-05T09:00:00Z. */
class CertificatePeriodTest {

    @TempDir
    private Path folder;

    private PartnerTenant partner;

    @BeforeEach
    void start() throws IOException {
        partner = new PartnerTenant(folder).checkingTokens();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    private static Instant[] period(String from, String until) {
        return new Instant[] {Instant.parse(from + "T09:00:00Z"), Instant.parse(until + "T09:00:00Z")};
    }

    private static Instant[] valid() {
        return period("2025-06-01", "2036-01-01");
    }

    private RunResult status(Instant[]... periods) throws IOException {
        return partner.status("--client-certificate", partner.pemFile(periods));
    }

    @Test
    void theValidOneOfSeveralIsUsed() throws IOException {
        RunResult result = status(period("2024-01-01", "2026-01-04"), valid());

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void withoutAValidOneNothingIsSent() throws IOException {
        RunResult result = status(period("2023-01-01", "2024-01-04"), period("2024-01-01", "2026-01-04"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("error: the client certificate in ")
                .contains("app.pem has expired\nwhy: it was valid until 2026-01-04, and the file has no other valid"
                        + " certificate for its key\ntry: create a new certificate, ");
        assertThat(partner.fake.requests()).isEmpty();
    }

    @Test
    void oneThatBeginsLaterIsNotUsed() throws IOException {
        RunResult result = status(period("2026-01-06", "2027-01-01"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("app.pem is not valid yet\nwhy: it is valid from 2026-01-06 on, ");
        assertThat(partner.fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06, 'on 2026-01-06, in 1 day; '",
        "2026-01-05, 'on 2026-01-05, in 0 days; '",
        "2026-02-04, 'on 2026-02-04, in 30 days; '",
        "2026-02-05, ''"
    })
    void theLastThirtyDaysAreAnnounced(String until, String announced) throws IOException {
        RunResult result = status(period("2025-06-01", until));

        assertThat(result.err())
                .contains(announced.isEmpty() ? "" : "note: the client certificate expires " + announced);
        assertThat(result.err().contains("note:")).isEqualTo(!announced.isEmpty());
    }

    @Test
    void aRenewedOneIsNotAnnounced() throws IOException {
        assertThat(status(period("2025-06-01", "2026-01-09"), valid()).err()).isEmpty();
    }
}
