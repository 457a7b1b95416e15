package io.github.devicebatch.http;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * What MSAL4J says to the identity platform to get one answer. Each time anew, so that none of its caches and none of the
 * tokens in them outlive it; in the calling thread, so that this can be interrupted.
 */
final class Conversation {

    private final PlatformExchange exchange;
    private final AppRegistration app;
    private final CallingThread thread = new CallingThread();
    private final PlatformHttp http;

    Conversation(PlatformExchange exchange, AppRegistration app, Consumer<DeviceCodePrompt> prompt) {
        this.exchange = exchange;
        this.app = app;
        this.http = new PlatformHttp(exchange, app.tenant(), prompt);
    }

    TokenAnswer appOnly(AppCredential credential) throws InterruptedException {
        Set<String> scopes = Set.of(exchange.platform().cloud().appOnlyScope());
        return answer(confidential(credential)
                .acquireToken(ClientCredentialParameters.builder(scopes)
                        .skipCache(true)
                        .build()));
    }

    TokenAnswer refresh(Optional<AppCredential> credential, RefreshToken token) throws InterruptedException {
        var parameters =
                RefreshTokenParameters.builder(userScopes(), token.reveal()).build();
        return answer(
                credential.isPresent()
                        ? confidential(credential.get()).acquireToken(parameters)
                        : publicClient().acquireToken(parameters));
    }

    TokenAnswer deviceCode() throws InterruptedException {
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
                    .disableInternalRetries()
                    .executorService(thread)
                    .httpClient(http);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the authority was checked", impossible);
        }
    }

    private TokenAnswer answer(CompletableFuture<?> result) throws InterruptedException {
        thread.run();
        try {
            result.get();
        } catch (ExecutionException failed) {
            http.rethrow();
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
        return PlatformExchange.failing(
                "MSAL4J can't go on (" + innermost.getClass().getSimpleName() + ")");
    }
}
