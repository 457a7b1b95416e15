package io.github.devicebatch.cli.signin;

import io.github.devicebatch.cli.message.Phrases;
import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.ClientCertificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * Check of the period in which a client certificate is valid.
 *
 * @param now the current time
 * @param zone the time zone in which dates are shown
 */
record CertificatePeriod(SecretFile file, ClientCertificate certificate, Instant now, ZoneId zone) {

    private static final Duration WARNING_PERIOD = Duration.ofDays(30);
    private static final int MAX_NAME_LENGTH = 300;
    private static final String RENEWAL =
            "create a new certificate, upload it to the app registration, and put it with its key into the file";

    /**
     * Checks that a certificate is valid now.
     *
     * @param notes receives a warning if it expires within 30 days
     * @throws UsageException if none is valid
     */
    void check(Consumer<String> notes) {
        X509Certificate used = certificate.certificateAt(now);
        Instant from = used.getNotBefore().toInstant();
        Instant until = used.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            throw unusable("has expired", "it was valid until " + date(until), RENEWAL);
        }
        if (now.isBefore(from)) {
            throw unusable(
                    "is not valid yet",
                    "it is valid from " + date(from) + " on",
                    "correct this machine's clock, or wait");
        }
        Duration left = Duration.between(now, until);
        if (left.compareTo(WARNING_PERIOD) <= 0) {
            notes.accept("the client certificate expires on " + date(until) + ", in "
                    + Phrases.count((int) left.toDays(), "day", "days") + "; " + RENEWAL);
        }
    }

    private UsageException unusable(String state, String period, String remedy) {
        return new UsageException(Problem.of(
                "the client certificate in " + Excerpt.of(file.name(), MAX_NAME_LENGTH) + " " + state,
                period + ", and the file has no other valid certificate for its key",
                remedy));
    }

    private String date(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }
}
