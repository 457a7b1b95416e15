package io.github.devicebatch.cli.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Connection to a page by the DevTools protocol: commands with replies, and events. For one thread. */
final class DevToolsConnection implements AutoCloseable {

    private static final int MAX_SECONDS = 60;

    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final List<JsonObject> events = new ArrayList<>();
    private WebSocket socket;
    private int lastId;

    private DevToolsConnection() {}

    static DevToolsConnection open(HttpClient client, URI page) {
        DevToolsConnection connection = new DevToolsConnection();
        connection.socket = client.newWebSocketBuilder()
                .buildAsync(page, connection.new Receiver())
                .join();
        return connection;
    }

    /** Sends a command and returns its result. */
    JsonObject send(String method, JsonObject parameters) throws InterruptedException {
        int id = ++lastId;
        socket.sendText(
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("method", method)
                                .add("params", parameters)
                                .build()
                                .toString(),
                        true)
                .join();
        JsonObject reply = receive();
        while (reply.getInt("id", 0) != id) {
            events.add(reply);
            reply = receive();
        }
        if (reply.containsKey("error")) {
            throw new AssertionError(method + ": " + reply.get("error"));
        }
        return reply.getJsonObject("result");
    }

    /** Waits for an event since {@link #forgetEvents}. */
    void awaitEvent(String method) throws InterruptedException {
        while (events.stream().noneMatch(event -> event.getString("method", "").equals(method))) {
            events.add(receive());
        }
    }

    void forgetEvents() {
        received.clear();
        events.clear();
    }

    /** Returns the events since {@link #forgetEvents}, in order. */
    List<JsonObject> events() {
        received.drainTo(events);
        return List.copyOf(events);
    }

    private JsonObject receive() throws InterruptedException {
        JsonObject message = received.poll(MAX_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message from the browser in " + MAX_SECONDS + " s");
        }
        return message;
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Receiver of messages, which may come in parts. */
    private final class Receiver implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received.add(
                        Json.createReader(new StringReader(text.toString())).readObject());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
