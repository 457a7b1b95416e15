package io.github.devicebatch.http.auth;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.json.TokenResponse;
import java.net.MalformedURLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * MSAL4J for one grant (ADR 0017). Not thread-safe.
 *
 * <p>An instance is used once, so that MSAL4J's caches hold no token for longer. MSAL4J runs on the current thread, so that
 * an interruption reaches it.
 */
final class MsalClient {

    private final TokenEndpoint endpoint;
    private final ClientApp app;
    private final CallerRunsExecutor executor = new CallerRunsExecutor();
    private final MsalHttpClient http;

    MsalClient(TokenEndpointClient client, ClientApp app, DeviceAuthorizationGrant.Prompt prompt) {
        this.endpoint = client.endpoint();
        this.app = app;
        this.http = new MsalHttpClient(client, app.tenant(), prompt);
    }

    /** Requests a token for the app itself, which has a credential. */
    TokenResponse clientCredentials() throws InterruptedException {
        return response(confidentialClient()
                .acquireToken(ClientCredentialParameters.builder(Set.of(endpoint.appOnlyScope()))
                        .skipCache(true)
                        .build()));
    }

    /** Exchanges a refresh token. */
    TokenResponse refreshToken(Secret token) throws InterruptedException {
        var parameters =
                RefreshTokenParameters.builder(userScopes(), token.reveal()).build();
        return response(
                app.credential().isPresent()
                        ? confidentialClient().acquireToken(parameters)
                        : publicClient().acquireToken(parameters));
    }

    /** Requests a device code, prompts the user and waits for the sign-in. */
    TokenResponse deviceCode() throws InterruptedException {
        return response(publicClient()
                .acquireToken(DeviceCodeFlowParameters.builder(userScopes(), code -> {})
                        .build()));
    }

    private Set<String> userScopes() {
        return Set.of(endpoint.appAndUserScope());
    }

    private PublicClientApplication publicClient() {
        return configured(PublicClientApplication.builder(app.clientId())).build();
    }

    private ConfidentialClientApplication confidentialClient() {
        return configured(ConfidentialClientApplication.builder(
                        app.clientId(), credential(app.credential().orElseThrow())))
                .build();
    }

    /** Refuses a certificate that is not valid now, because the platform would. */
    private IClientCredential credential(ClientApp.Credential credential) {
        return switch (credential) {
            case ClientApp.Credential.SharedSecret(var secret) ->
                ClientCredentialFactory.createFromSecret(secret.reveal());
            case ClientApp.Credential.Certificate(var certified) -> {
                Instant now = endpoint.wallClock().instant();
                certified.invalidity(now).ifPresent(MsalClient::refuse);
                yield ClientCredentialFactory.createFromCertificateChain(certified.key(), certified.chainAt(now));
            }
        };
    }

    private static void refuse(String reason) {
        throw TokenException.refused(Party.CLIENT, new Fault(Optional.empty(), Optional.of(reason)));
    }

    /** Without instance discovery: the authority is configured, and no other host receives a request. */
    private <B extends AbstractClientApplicationBase.Builder<B>> B configured(B builder) {
        try {
            return builder.authority(endpoint.authority().ofTenant(app.tenant()))
                    .instanceDiscovery(false)
                    .executorService(executor)
                    .httpClient(http);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the authority was checked", impossible);
        }
    }

    private TokenResponse response(CompletableFuture<?> result) throws InterruptedException {
        executor.run();
        http.rethrow();
        try {
            result.get();
        } catch (ExecutionException failed) {
            throw msalFailure(failed);
        }
        return http.response().orElseThrow(() -> new IllegalStateException("MSAL4J has a token without a response"));
    }

    /** Drops MSAL4J's own exceptions but for their type, because their messages may quote the response. */
    private static TokenException msalFailure(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        Throwable innermost = failed;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return TokenEndpointClient.failing(
                "MSAL4J failed (" + innermost.getClass().getSimpleName() + ")");
    }

    /** Executor that runs its tasks on the thread that calls {@link #run}. Not thread-safe. */
    private static final class CallerRunsExecutor extends AbstractExecutorService {

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
            // ignored: there is no thread to end
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
