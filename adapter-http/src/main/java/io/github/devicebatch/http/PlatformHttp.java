package io.github.devicebatch.http;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What MSAL4J sends through in one conversation. It gets to see successful answers only, and no more of them than it needs:
 * of anything else it would log the server's words, pause and retry on its own. Used by one thread.
 */
final class PlatformHttp implements IHttpClient {

    private static final String CORRELATION_ID = "client-request-id";

    private final PlatformExchange exchange;
    private final String tenant;
    private final Consumer<DeviceCodePrompt> prompt;
    private Optional<DeviceCodePolling> polling = Optional.empty();
    private Optional<TokenAnswer> answer = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<InterruptedException> interruption = Optional.empty();

    PlatformHttp(PlatformExchange exchange, String tenant, Consumer<DeviceCodePrompt> prompt) {
        this.exchange = exchange;
        this.tenant = tenant;
        this.prompt = prompt;
    }

    /** What was issued. */
    Optional<TokenAnswer> answer() {
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
        DeviceCodePolling.Step step = () -> exchange.post(path, request.headers(), request.body());
        byte[] body = polling.isPresent() ? polling.get().until(step) : step.post();
        TokenAnswer issued = exchange.read(body, exchange.decoder()::token);
        answer = Optional.of(issued);
        return success(request, AnswerForMsal4j.of(issued));
    }

    private IHttpResponse deviceCode(HttpRequest request, String path) throws InterruptedException {
        byte[] body = exchange.post(path, request.headers(), request.body());
        DeviceCodeAnswer code = exchange.read(body, exchange.decoder()::deviceCode);
        var begun = new DeviceCodePolling(code, exchange.platform());
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
}
