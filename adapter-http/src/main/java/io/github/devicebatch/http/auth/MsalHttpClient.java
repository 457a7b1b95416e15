package io.github.devicebatch.http.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.github.devicebatch.http.DeviceCodePrompt;
import io.github.devicebatch.http.json.DeviceAuthorizationResponse;
import io.github.devicebatch.http.json.TokenResponse;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What MSAL4J sends through in one conversation. It gets to see successful answers only, and no more of them than it needs:
 * of anything else it would log the server's words, pause and retry on its own. Used by one thread.
 */
final class MsalHttpClient implements IHttpClient {

    private static final String CORRELATION_ID = "client-request-id";

    private final TokenEndpointClient exchange;
    private final String tenant;
    private final Consumer<DeviceCodePrompt> prompt;
    private Optional<DeviceCodePoller> polling = Optional.empty();
    private Optional<TokenResponse> answer = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<InterruptedException> interruption = Optional.empty();

    MsalHttpClient(TokenEndpointClient exchange, String tenant, Consumer<DeviceCodePrompt> prompt) {
        this.exchange = exchange;
        this.tenant = tenant;
        this.prompt = prompt;
    }

    /** What was issued. */
    Optional<TokenResponse> answer() {
        return answer;
    }

    /** Throws what ended the conversation on our side, if anything did; MSAL4J wraps it. */
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
            return answer(request);
        } catch (RuntimeException failed) {
            failure = Optional.of(failed);
            throw failed;
        } catch (InterruptedException interrupted) {
            interruption = Optional.of(interrupted);
            throw interrupted;
        }
    }

    private IHttpResponse answer(HttpRequest request) throws InterruptedException {
        String path = request.url().getPath();
        String endpoint = "/" + tenant + "/oauth2/v2.0/";
        if (path.equals(endpoint + "token")) {
            return token(request, path);
        }
        if (path.equals(endpoint + "devicecode")) {
            return deviceCode(request, path);
        }
        throw new IllegalStateException("MSAL4J wants to send something to an endpoint that has no part in this");
    }

    private IHttpResponse token(HttpRequest request, String path) throws InterruptedException {
        DeviceCodePoller.Step step = () -> exchange.post(path, request.headers(), request.body());
        byte[] body = polling.isPresent() ? polling.get().until(step) : step.post();
        TokenResponse issued = exchange.read(body, exchange.decoder()::token);
        answer = Optional.of(issued);
        return success(request, AnswerForMsal4j.of(issued));
    }

    private IHttpResponse deviceCode(HttpRequest request, String path) throws InterruptedException {
        byte[] body = exchange.post(path, request.headers(), request.body());
        DeviceAuthorizationResponse code = exchange.read(body, exchange.decoder()::deviceCode);
        var begun = new DeviceCodePoller(code, exchange.platform());
        prompt.accept(new DeviceCodePrompt(code.userCode(), code.verificationUri(), begun.expires()));
        polling = Optional.of(begun);
        return success(request, AnswerForMsal4j.of(code));
    }

    /** MSAL4J's own id stands in for the headers: it misses it aloud, and nothing else of theirs is its business. */
    private static IHttpResponse success(HttpRequest request, String body) {
        HttpResponse response = new HttpResponse().statusCode(200).body(body);
        response.addHeaders(Map.of(CORRELATION_ID, List.of(request.headerValue(CORRELATION_ID))));
        return response;
    }

    /**
     * Writes an answer anew, with nothing in it but what we have read. What MSAL4J can't read of one, such as an id token that
     * nobody asked for, it quotes in the log.
     */
    static final class AnswerForMsal4j {

        private AnswerForMsal4j() {}

        /** MSAL4J needs to see that something was issued, and not what: none of it is taken from there. */
        static String of(TokenResponse answer) {
            return Json.createObjectBuilder()
                    .add("token_type", "Bearer")
                    .add("expires_in", answer.lifetime().toSeconds())
                    .add("access_token", answer.access().toString())
                    .build()
                    .toString();
        }

        static String of(DeviceAuthorizationResponse answer) {
            return Json.createObjectBuilder()
                    .add("device_code", answer.deviceCode().reveal())
                    .add("user_code", answer.userCode())
                    .add("verification_uri", answer.verificationUri().toString())
                    .add("expires_in", answer.lifetime().toSeconds())
                    .add("interval", answer.interval().toSeconds())
                    .add("message", "")
                    .build()
                    .toString();
        }
    }
}
