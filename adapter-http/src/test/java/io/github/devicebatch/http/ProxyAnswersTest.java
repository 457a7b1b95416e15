package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.ScriptedProxy;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a proxy answers instead of a tunnel is told as the proxy's, for Partner Center and for the identity platform. */
class ProxyAnswersTest {

    private static final URI PARTNER_CENTER = URI.create("https://api.example");
    private static final String CHALLENGE =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n";

    private final ManualTime time = ManualTime.start();

    /** How a proxy is configured. */
    enum Way {
        SETTINGS {
            @Override
            PartnerCenterBuilder through(InetSocketAddress proxy, PartnerCenterBuilder builder) {
                return builder.proxy(ProxySettings.of("127.0.0.1:" + proxy.getPort()));
            }
        },
        CALLERS_CLIENT {
            @Override
            PartnerCenterBuilder through(InetSocketAddress proxy, PartnerCenterBuilder builder) {
                return builder.httpClient(
                        HttpClient.newBuilder().proxy(ProxySelector.of(proxy)).build());
            }
        };

        abstract PartnerCenterBuilder through(InetSocketAddress proxy, PartnerCenterBuilder builder);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aWishForALoginIsARefusalByTheProxy(Way way) throws InterruptedException {
        BatchStatusAnswer answer = ask(way, CHALLENGE);

        assertThat(answer)
                .asInstanceOf(type(Refused.class))
                .extracting(
                        Refused::reason,
                        Refused::party,
                        refused -> refused.trace().attempts())
                .containsExactly(RefusalReason.UNAUTHENTICATED, Party.PROXY, 1);
        assertThat(((Refused) answer).fault().description().orElseThrow())
                .matches("the proxy 127\\.0\\.0\\.1:\\d+ requires a login");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HTTP/1.1 403 Forbidden;;<html>, FORBIDDEN, the proxy P refuses: HTTP 403",
        "HTTP/1.1 401 Unauthorized;;, REJECTED, the proxy P refuses: HTTP 401",
        "HTTP/1.1 302 Found;Location: http://login.example/;;, REJECTED, the proxy P refuses: HTTP 302"
    })
    void aRefusalIsNotRetried(String script, RefusalReason reason, String detail) throws InterruptedException {
        assertThat(ask(Way.SETTINGS, script.replace(";", "\r\n")))
                .asInstanceOf(type(Refused.class))
                .extracting(
                        Refused::reason,
                        Refused::party,
                        refused -> withoutPort(refused.fault().description().orElseThrow()),
                        refused -> refused.trace().attempts())
                .containsExactly(reason, Party.PROXY, detail, 1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HTTP/1.1 503 Busy;Retry-After: 7;;, FAILING, the proxy P refuses: HTTP 503, 7",
        "HTTP/1.1 429 Slow;Retry-After: 9;;, THROTTLED, the proxy P refuses: HTTP 429, 9",
        "garbage;;, UNREACHABLE, the proxy P gave no answer in HTTP,",
        "'', UNREACHABLE, the proxy P gave no answer in HTTP,"
    })
    void aFailureIsRetried(String script, UnavailabilityCause cause, String detail, Long retryAfter)
            throws InterruptedException {
        assertThat(ask(Way.SETTINGS, script.replace(";", "\r\n")))
                .asInstanceOf(type(Unavailable.class))
                .extracting(
                        Unavailable::cause,
                        Unavailable::party,
                        unavailable -> withoutPort(unavailable.detail()),
                        Unavailable::retryAfter,
                        unavailable -> unavailable.trace().attempts())
                .containsExactly(
                        cause,
                        Party.PROXY,
                        detail,
                        Optional.ofNullable(retryAfter).map(Duration::ofSeconds),
                        4);
    }

    /** As with a 429 of Partner Center. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aThrottledQueryDelaysAllThroughTheProxy(Way way) throws InterruptedException {
        try (ScriptedProxy proxy = ScriptedProxy.answering("HTTP/1.1 429 Slow\r\nRetry-After: 9\r\n\r\n");
                PartnerCenter partnerCenter = way.through(
                                proxy.address(), OneAttempt.at(PARTNER_CENTER).time(time, time))
                        .build()) {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
            assertThat(time.pauses()).isEmpty();
            partnerCenter.batchStatus().ask(Batches.anotherBatch());
        }

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws InterruptedException {
        ScriptedProxy gone = ScriptedProxy.answering("");
        gone.close();

        assertThat(through("http://127.0.0.1:" + gone.address().getPort()))
                .isEqualTo("UNREACHABLE PROXY the proxy P refused the connection");
        assertThat(through("http://proxy.invalid:3128"))
                .isEqualTo(
                        "UNREACHABLE PROXY the proxy proxy.invalid:3128 is not known: its name could not be resolved");
    }

    private String through(String proxy) throws InterruptedException {
        try (PartnerCenter partnerCenter =
                OneAttempt.at(PARTNER_CENTER).proxy(ProxySettings.of(proxy)).build()) {
            Unavailable answer = (Unavailable) partnerCenter.batchStatus().ask(Batches.REFERENCE);
            return answer.cause() + " " + answer.party() + " " + withoutPort(answer.detail());
        }
    }

    @Test
    void theIdentityPlatformIsReachedThroughItsProxyToo() throws InterruptedException {
        try (ScriptedProxy proxy = ScriptedProxy.answering(CHALLENGE)) {
            IdentityPlatform platform = IdentityPlatform.at(
                            URI.create("https://login.example"), PartnerCenterCloud.GLOBAL)
                    .proxy(ProxySettings.of("127.0.0.1:" + proxy.address().getPort()));
            AccessTokenSource source = AccessTokenSource.appOnly(
                    platform,
                    new AppRegistration("4fe4f0a7-5d8b-41f9-8fd8-2f3a61c1d9a3", "5a6b7c8d-0000-4000-8000-000000000001"),
                    ClientSecret.of("made-up"));

            assertThatThrownBy(source::token)
                    .isInstanceOf(AccessTokenRefusedException.class)
                    .hasMessageMatching(".*the proxy 127\\.0\\.0\\.1:\\d+ requires a login");
            assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT login.example:443 "));
        }
    }

    private BatchStatusAnswer ask(Way way, String script) throws InterruptedException {
        try (ScriptedProxy proxy = ScriptedProxy.answering(script);
                PartnerCenter partnerCenter = way.through(
                                proxy.address(),
                                PartnerCenter.at(PARTNER_CENTER)
                                        .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                                        .time(time, time)
                                        .random(bound -> 0)
                                        .attemptTimeout(Duration.ofMinutes(1)))
                        .build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private static String withoutPort(String detail) {
        return detail.replaceFirst("127\\.0\\.0\\.1:\\d+", "P");
    }
}
