package io.github.devicebatch.http.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.github.devicebatch.http.json.DeviceAuthorizationResponse;
import io.github.devicebatch.http.json.JsonObjectWriter;
import io.github.devicebatch.http.json.TokenResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP client of MSAL4J for one grant. Not thread-safe.
 *
 * <p>MSAL4J receives successful responses only, rebuilt from what was read of them: of anything else it would log the
 * server's text, or pause and retry on its own.
 */
final class MsalHttpClient implements IHttpClient {

    private static final String CORRELATION_ID = "client-request-id";

    private final TokenEndpointClient client;
    private final String tenant;
    private final DeviceAuthorizationGrant.Prompt prompt;
    private Optional<DeviceCodePoller> poller = Optional.empty();
    private Optional<TokenResponse> response = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<InterruptedException> interruption = Optional.empty();

    MsalHttpClient(TokenEndpointClient client, String tenant, DeviceAuthorizationGrant.Prompt prompt) {
        this.client = client;
        this.tenant = tenant;
        this.prompt = prompt;
    }

    /** Returns the response of the token endpoint, if there was one. */
    Optional<TokenResponse> response() {
        return response;
    }

    /** Throws the exception that ended {@link #send}, if there was one; MSAL4J wraps it. */
    void rethrow() throws InterruptedException {
        if (interruption.isPresent()) {
            throw interruption.get();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws InterruptedException {
        try {
            return route(request);
        } catch (RuntimeException failed) {
            failure = Optional.of(failed);
            throw failed;
        } catch (InterruptedException interrupted) {
            interruption = Optional.of(interrupted);
            throw interrupted;
        }
    }

    private IHttpResponse route(HttpRequest request) throws InterruptedException {
        String path = request.url().getPath();
        String endpoint = "/" + tenant + "/oauth2/v2.0/";
        if (path.equals(endpoint + "token")) {
            return token(request, path);
        }
        if (path.equals(endpoint + "devicecode")) {
            return deviceCode(request, path);
        }
        throw new IllegalStateException("MSAL4J sends a request to an unexpected endpoint");
    }

    private IHttpResponse token(HttpRequest request, String path) throws InterruptedException {
        DeviceCodePoller.Request post = () -> client.post(path, request.headers(), request.body());
        byte[] body = poller.isPresent() ? poller.get().poll(post) : post.send();
        TokenResponse issued = client.token(body);
        response = Optional.of(issued);
        return success(request, json(issued));
    }

    private IHttpResponse deviceCode(HttpRequest request, String path) throws InterruptedException {
        DeviceAuthorizationResponse code = client.deviceCode(client.post(path, request.headers(), request.body()));
        var started = new DeviceCodePoller(code, client.endpoint());
        prompt.show(code.userCode(), code.verificationUri(), started.expiry());
        poller = Optional.of(started);
        return success(request, json(code));
    }

    /** Sends MSAL4J its own correlation id as the only header, because it logs a warning without it. */
    private static IHttpResponse success(HttpRequest request, String body) {
        HttpResponse response = new HttpResponse().statusCode(200).body(body);
        response.addHeaders(Map.of(CORRELATION_ID, List.of(request.headerValue(CORRELATION_ID))));
        return response;
    }

    /** Contains a masked token only: MSAL4J's result is not used, but its presence is required. */
    private static String json(TokenResponse issued) {
        return new JsonObjectWriter()
                .add("token_type", "Bearer")
                .add("expires_in", issued.lifetime().toSeconds())
                .add("access_token", issued.access().toString())
                .end();
    }

    private static String json(DeviceAuthorizationResponse code) {
        return new JsonObjectWriter()
                .add("device_code", code.deviceCode().reveal())
                .add("user_code", code.userCode())
                .add("verification_uri", code.verificationUri().toString())
                .add("expires_in", code.lifetime().toSeconds())
                .add("interval", code.interval().toSeconds())
                .add("message", "")
                .end();
    }
}
