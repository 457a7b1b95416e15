package io.github.devicebatch.testkit.oauth;

import static io.github.devicebatch.testkit.support.TokenClient.APPLICATION;
import static io.github.devicebatch.testkit.support.TokenClient.ON_BEHALF;
import static io.github.devicebatch.testkit.support.TokenClient.PUBLIC_CLIENT;
import static io.github.devicebatch.testkit.support.TokenClient.member;
import static io.github.devicebatch.testkit.support.TokenClient.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.ClientExtension;
import io.github.devicebatch.testkit.support.TokenClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
class RefreshTokensTest {

    private final ManualTime time;
    private final TokenClient client;
    private final RefreshTokens tokens;
    private final String first;

    RefreshTokensTest(FakePartnerCenter partnerCenter, ManualTime time, TokenClient client) {
        this.time = time;
        this.client = client;
        this.tokens = partnerCenter.tokens().refresh();
        this.first = tokens.issue(PUBLIC_CLIENT);
    }

    @Test
    void issueANewTokenAndInvalidateTheOldOne() throws Exception {
        HttpResponse<String> response = client.token(refresh(first));
        String next = member(response, "refresh_token");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(member(response, "access_token")).isNotEmpty();
        assertThat(member(response, "scope")).isEqualTo(ON_BEHALF);
        assertThat(tokens.current()).containsExactly(next).doesNotContain(first);
        assertThat(tokens.accepts(first)).isFalse();
        assertRejected(70_000, refresh(first));
        assertThat(client.token(refresh(next)).statusCode()).isEqualTo(200);
    }

    @Test
    void keepTheOldTokenIfConfigured() throws Exception {
        tokens.rotation(RefreshTokenRotation.KEEP_OLD);
        String next = member(client.token(refresh(first)), "refresh_token");
        assertThat(tokens.current()).containsExactly(first, next);
        assertThat(client.token(refresh(first)).statusCode()).isEqualTo(200);
        assertThat(client.token(refresh(next)).statusCode()).isEqualTo(200);
    }

    @Test
    void issueNoNewTokenIfConfigured() throws Exception {
        tokens.rotation(RefreshTokenRotation.NO_NEW_TOKEN);
        assertThat(client.token(refresh(first)).body()).doesNotContain("refresh_token");
        assertThat(tokens.current()).containsExactly(first);
        assertThat(client.token(refresh(first)).statusCode()).isEqualTo(200);
    }

    @Test
    void exchangeATokenOnceAmongConcurrentRequests() throws Exception {
        Queue<Runnable> interleaved = new ArrayDeque<>();
        RefreshTokens tokensUnderTest = new RefreshTokens(() -> {
            Optional.ofNullable(interleaved.poll()).ifPresent(Runnable::run);
            return ManualTime.DEFAULT_START;
        });
        String token = tokensUnderTest.issue(PUBLIC_CLIENT);
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        Thread other = new Thread(() -> second.complete(isExchanged(tokensUnderTest, token)));
        interleaved.add(() -> {});
        interleaved.add(() -> startAndAwaitBlocked(other));
        assertThat(isExchanged(tokensUnderTest, token)).isTrue();
        assertThat(second.get(1, TimeUnit.MINUTES)).isFalse();
        assertThat(tokensUnderTest.current()).hasSize(1).doesNotContain(token);
    }

    /** Starts the thread, and returns when it waits for a monitor or has ended. */
    private static void startAndAwaitBlocked(Thread thread) {
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
    }

    private static boolean isExchanged(RefreshTokens tokens, String token) {
        try {
            return tokens.exchange(token, PUBLIC_CLIENT).next().isPresent();
        } catch (OAuthException e) {
            return false;
        }
    }

    @Test
    void reportAnExpiredToken() throws Exception {
        time.advance(Duration.ofDays(90).minusMillis(1));
        assertThat(tokens.accepts(first)).isTrue();
        time.advance(Duration.ofMillis(1));
        assertThat(tokens.accepts(first)).isFalse();
        assertThat(tokens.current()).isEmpty();
        assertRejected(700_082, refresh(first));
        String shortLived = tokens.lifetime(Duration.ofSeconds(1)).issue(PUBLIC_CLIENT);
        time.advance(Duration.ofSeconds(1));
        assertRejected(700_082, refresh(shortLived));
    }

    @Test
    void reportARevokedToken() throws Exception {
        String another = tokens.issue(PUBLIC_CLIENT);
        tokens.revoke(first);
        assertRejected(50_173, refresh(first));
        assertThat(tokens.current()).containsExactly(another);
        tokens.revokeAll();
        assertRejected(50_173, refresh(another));
        tokens.revoke("never issued");
        assertRejected(70_000, refresh("never issued"));
    }

    @Test
    void keepTheTokenOfAFailedRequest() throws Exception {
        Map<String, String> wrong = refresh(first);
        wrong.put("scope", "https://graph.windows.net/user_impersonation");
        assertThat(client.token(wrong).statusCode()).isEqualTo(400);
        client.partnerCenter().tokens().replies(Reply.status(503));
        assertThat(client.token(refresh(first)).statusCode()).isEqualTo(503);
        assertThat(tokens.current()).containsExactly(first);
    }

    @Test
    void refuseToIssueATokenWithoutAUser() {
        assertThatThrownBy(() -> tokens.issue(APPLICATION, AccessTokenKind.APP_ONLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a refresh token requires a user: APP_ONLY has none");
    }

    private void assertRejected(long code, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = client.token(form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(member(response, "error")).isEqualTo("invalid_grant");
        assertThat(member(response, "error_description")).startsWith("AADSTS" + code + ": ");
    }
}
