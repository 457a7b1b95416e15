package io.github.devicebatch.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.json.JsonObject;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.List;

/**
 * What {@link FakePartnerCenter} does with a request: answer it over HTTP, well or badly, or leave it lying.
 *
 * <p>Every reply is immutable and safe for use by several threads.
 */
public sealed interface Reply permits WholeReply, TruncatedReply, DrippingReply, SplitReply {

    /**
     * Describes a batch: 200 and the vendor's JSON, with times in UTC without an offset and missing members left out.
     *
     * @param status the description; its remarks are not sent
     * @return the reply
     */
    static HttpReply describing(BatchStatus status) {
        return json(200, StatusJson.of(status));
    }

    /**
     * Sends the vendor's documented example, byte for byte.
     *
     * @return the reply
     */
    static HttpReply documentedExample() {
        return bytes(200, HttpReply.JSON, Batches.documentedExampleJson());
    }

    /**
     * Sends any JSON, or what passes for it.
     *
     * @param status the HTTP status, 100 to 599
     * @param json the body
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply json(int status, String json) {
        return bytes(status, HttpReply.JSON, json.getBytes(UTF_8));
    }

    /**
     * Sends any bytes.
     *
     * @param status the HTTP status, 100 to 599
     * @param contentType the value of {@code Content-Type}
     * @param body the body
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range, or {@code contentType} can't stand in a header
     */
    static HttpReply bytes(int status, String contentType, byte[] body) {
        return empty(status).withHeader("Content-Type", contentType).withBody(body);
    }

    /**
     * Sends a status and no body, as some proxies do.
     *
     * @param status the HTTP status, 100 to 599
     * @return the reply, without a {@code Content-Type}
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply empty(int status) {
        return HttpReply.of(status);
    }

    /**
     * Sends a page of HTML, as proxies do.
     *
     * @param status the HTTP status, 100 to 599
     * @param html the body
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply html(int status, String html) {
        return bytes(status, "text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    /**
     * Sends a fault in Partner Center's own shape: {@code code}, {@code description}, {@code data}, {@code source}.
     *
     * @param status the HTTP status, 100 to 599
     * @param code the fault's code, such as {@code 900421}
     * @param description the fault's words
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply fault(int status, String code, String description) {
        return json(status, FaultJson.partnerCenter(code, description));
    }

    /**
     * Sends a fault in Partner Center's own shape with its code as a number, as the vendor's tables print it, and without
     * {@code data}, which is optional.
     *
     * @param status the HTTP status, 100 to 599
     * @param code the fault's code, such as {@code 900421}
     * @param description the fault's words
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply numberedFault(int status, long code, String description) {
        return json(status, FaultJson.numbered(code, description));
    }

    /**
     * Sends a fault in the shape of the gateway in front of Partner Center: {@code statusCode}, {@code message}.
     *
     * @param status the HTTP status, 100 to 599
     * @param message the fault's words
     * @return the reply, without {@code Retry-After}
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply gatewayFault(int status, String message) {
        return json(status, FaultJson.gateway(status, message));
    }

    /**
     * Throttles as the gateway does: 429, its fault, and {@code Retry-After} in whole seconds.
     *
     * @param retryAfter how long the caller is to stay away; a part of a second is left off
     * @return the reply
     */
    static HttpReply throttled(Duration retryAfter) {
        String seconds = Long.toString(retryAfter.toSeconds());
        return gatewayFault(429, "Rate limit is exceeded. Try again in " + seconds + " seconds.")
                .retryAfter(seconds);
    }

    /**
     * Sends a fault in the shape of the neighbouring hosts: {@code error} with {@code code} and {@code message} inside.
     *
     * @param status the HTTP status, 100 to 599
     * @param code the fault's code
     * @param message the fault's words
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply neighbourFault(int status, String code, String message) {
        return json(status, FaultJson.neighbour(code, message));
    }

    /**
     * Sends a fault in the shape of the token endpoint: {@code error}, {@code error_description}.
     *
     * @param status the HTTP status, 100 to 599
     * @param error the fault's code, such as {@code invalid_grant}
     * @param description the fault's words
     * @return the reply
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply tokenFault(int status, String error, String description) {
        return json(status, FaultJson.tokenEndpoint(error, description));
    }

    /**
     * Sends any status: from 400 on with a fault in the gateway's shape, below with a body that says nothing.
     *
     * @param status the HTTP status, 100 to 599; below 200 the client goes on waiting for another one
     * @return the reply; {@link #empty} is the one without a body
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    static HttpReply status(int status) {
        return status < 400 ? json(status, "{}") : gatewayFault(status, "The fake was told to answer " + status + ".");
    }

    /**
     * Sends bytes as they are, in place of a response, and closes the connection.
     *
     * @param bytes the bytes, none of which need be HTTP; copied
     * @return the reply
     */
    static WholeReply raw(byte[] bytes) {
        return new RawReply(bytes);
    }

    /**
     * Sends text as it is, in place of a response, and closes the connection.
     *
     * @param text the text, in UTF-8
     * @return the reply
     */
    static WholeReply raw(String text) {
        return new RawReply(text.getBytes(UTF_8));
    }

    /**
     * Takes the request and never answers, until the client leaves or the fake is closed.
     *
     * @return the reply that is none
     */
    static Reply silence() {
        return TruncatedReply.beforeAnswering(TruncatedReply.Ending.STALL);
    }

    /**
     * Takes the request and closes the connection.
     *
     * @return the reply that is none
     */
    static Reply close() {
        return TruncatedReply.beforeAnswering(TruncatedReply.Ending.CLOSE);
    }

    /**
     * Takes the request and resets the connection.
     *
     * @return the reply that is none
     */
    static Reply reset() {
        return TruncatedReply.beforeAnswering(TruncatedReply.Ending.RESET);
    }

    /** Writes faults in the four shapes of JSON in which they come. */
    final class FaultJson {

        private FaultJson() {}

        static String partnerCenter(String code, String description) {
            return new JsonObject()
                    .text("code", code)
                    .text("description", description)
                    .array("data", List.of())
                    .text("source", "FakePartnerCenter")
                    .toString();
        }

        static String numbered(long code, String description) {
            return new JsonObject()
                    .number("code", code)
                    .text("description", description)
                    .text("source", "FakePartnerCenter")
                    .toString();
        }

        static String gateway(int status, String message) {
            return new JsonObject()
                    .number("statusCode", status)
                    .text("message", message)
                    .toString();
        }

        static String neighbour(String code, String message) {
            JsonObject error = new JsonObject().text("code", code).text("message", message);
            return new JsonObject().object("error", error).toString();
        }

        static String tokenEndpoint(String error, String description) {
            return new JsonObject()
                    .text("error", error)
                    .text("error_description", description)
                    .toString();
        }
    }
}
