package io.github.devicebatch.http.auth;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import io.github.devicebatch.http.AccessTokenException;
import io.github.devicebatch.http.AppCredential;
import io.github.devicebatch.http.AppRegistration;
import io.github.devicebatch.http.ClientCertificate;
import io.github.devicebatch.http.ClientSecret;
import io.github.devicebatch.http.DeviceCodePrompt;
import io.github.devicebatch.http.credential.RefreshToken;
import io.github.devicebatch.http.json.TokenResponse;
import java.net.MalformedURLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What MSAL4J says to the identity platform to get one answer. Each time anew, so that none of its caches and none of the
 * tokens in them outlive it; in the calling thread, so that this can be interrupted.
 */
public final class MsalClient {

    private final TokenEndpointClient exchange;
    private final AppRegistration app;
    private final CallerRunsExecutor thread = new CallerRunsExecutor();
    private final MsalHttpClient http;

    public MsalClient(TokenEndpointClient exchange, AppRegistration app, Consumer<DeviceCodePrompt> prompt) {
        this.exchange = exchange;
        this.app = app;
        this.http = new MsalHttpClient(exchange, app.tenant(), prompt);
    }

    TokenResponse appOnly(AppCredential credential) throws InterruptedException {
        Set<String> scopes = Set.of(exchange.platform().cloud().appOnlyScope());
        return answer(confidential(credential)
                .acquireToken(ClientCredentialParameters.builder(scopes)
                        .skipCache(true)
                        .build()));
    }

    TokenResponse refresh(Optional<AppCredential> credential, RefreshToken token) throws InterruptedException {
        var parameters =
                RefreshTokenParameters.builder(userScopes(), token.reveal()).build();
        return answer(
                credential.isPresent()
                        ? confidential(credential.get()).acquireToken(parameters)
                        : publicClient().acquireToken(parameters));
    }

    public TokenResponse deviceCode() throws InterruptedException {
        return answer(publicClient()
                .acquireToken(DeviceCodeFlowParameters.builder(userScopes(), code -> {})
                        .build()));
    }

    private Set<String> userScopes() {
        return Set.of(exchange.platform().cloud().appAndUserScope());
    }

    private PublicClientApplication publicClient() {
        return configured(PublicClientApplication.builder(app.clientId())).build();
    }

    private ConfidentialClientApplication confidential(AppCredential credential) {
        return configured(ConfidentialClientApplication.builder(app.clientId(), shown(credential)))
                .build();
    }

    private static IClientCredential shown(AppCredential credential) {
        return switch (credential) {
            case ClientSecret secret -> ClientCredentialFactory.createFromSecret(secret.reveal());
            case ClientCertificate certificate ->
                ClientCredentialFactory.createFromCertificateChain(certificate.key(), certificate.chain());
        };
    }

    /** No discovery: where the cloud's authority is, the caller has said, and nothing is asked of anyone else. */
    private <B extends AbstractClientApplicationBase.Builder<B>> B configured(B builder) {
        try {
            return builder.authority(exchange.platform().authority().ofTenant(app.tenant()))
                    .instanceDiscovery(false)
                    .executorService(thread)
                    .httpClient(http);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the authority was checked", impossible);
        }
    }

    private TokenResponse answer(CompletableFuture<?> result) throws InterruptedException {
        thread.run();
        http.rethrow();
        try {
            result.get();
        } catch (ExecutionException failed) {
            throw complaint(failed);
        }
        return http.answer().orElseThrow(() -> new IllegalStateException("MSAL4J has a token that nobody issued"));
    }

    /** MSAL4J's own complaints may quote the answer, so only their kind goes on. */
    private static AccessTokenException complaint(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        Throwable innermost = failed;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return TokenEndpointClient.failing(
                "MSAL4J can't go on (" + innermost.getClass().getSimpleName() + ")");
    }

    /**
     * Runs tasks in the thread that asked for them, once it says so: an interruption of that thread then reaches what the task
     * waits for. Used by one thread.
     */
    static final class CallerRunsExecutor extends AbstractExecutorService {

        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void run() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }

        @Override
        public void shutdown() {
            // nothing runs on its own
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.copyOf(tasks);
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
