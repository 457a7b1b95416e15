package io.github.devicebatch.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Headless Chromium with one page, controlled over its DevTools protocol. It resolves no host name. Collects what the page does that a
 * report must not do: console messages, exceptions, dialogs, violations of its policy, and requests.
 */
public final class Chromium implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://(\\S+?)/");
    private static final Pattern PAGE = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(ws://[^\"]*/page/[^\"]*)\"");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");

    private final Process process;
    private final HttpClient client;
    private final DevToolsConnection connection;

    private Chromium(Process process, HttpClient client, DevToolsConnection connection) {
        this.process = process;
        this.client = client;
        this.connection = connection;
    }

    /**
     * Starts the browser.
     *
     * @param folder an empty folder for its profile
     * @throws IllegalStateException if it is not installed
     */
    public static Chromium start(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        program(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-default-apps",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpClient client = HttpClient.newHttpClient();
        try {
            DevToolsConnection connection = DevToolsConnection.open(client, page(client, address(process)));
            Chromium chromium = new Chromium(process, client, connection);
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                chromium.send(domain + ".enable", Json.createObjectBuilder());
            }
            return chromium;
        } catch (IOException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static String program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> FOLDERS.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Chromium is not installed; install the Debian package 'chromium', or run .ci/install-test-servers"))
                .toString();
    }

    private static String address(Process process) throws IOException {
        BufferedReader errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        List<String> printed = new ArrayList<>();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                Thread.ofVirtual().start(() -> errors.lines().forEach(more -> {}));
                return matcher.group(1);
            }
            printed.add(line);
        }
        throw new IllegalStateException("Chromium did not start: " + printed);
    }

    private static URI page(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                .build();
        String pages = client.send(request, BodyHandlers.ofString()).body();
        Matcher matcher = PAGE.matcher(pages);
        if (!matcher.find()) {
            throw new IllegalStateException("no page in " + pages);
        }
        return URI.create(matcher.group(1));
    }

    /** Opens a file and waits until it is loaded. */
    public void open(Path file) throws InterruptedException {
        connection.forgetEvents();
        send("Page.navigate", Json.createObjectBuilder().add("url", file.toUri().toString()));
        connection.awaitEvent("Page.loadEventFired");
    }

    /** Sets the size of the window and the color scheme, {@code light} or {@code dark}. */
    public void show(int width, int height, String scheme) throws InterruptedException {
        send(
                "Emulation.setDeviceMetricsOverride",
                Json.createObjectBuilder()
                        .add("width", width)
                        .add("height", height)
                        .add("deviceScaleFactor", 1)
                        .add("mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Json.createObjectBuilder()
                        .add(
                                "features",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("name", "prefers-color-scheme")
                                                .add("value", scheme))));
    }

    /** Turns the scripts of pages on or off. */
    public void scripts(boolean enabled) throws InterruptedException {
        send("Emulation.setScriptExecutionDisabled", Json.createObjectBuilder().add("value", !enabled));
    }

    /** Returns the value of an expression. */
    public JsonValue evaluate(String expression) throws InterruptedException {
        JsonObject result = send(
                "Runtime.evaluate",
                Json.createObjectBuilder()
                        .add("expression", expression)
                        .add("returnByValue", true)
                        .add("awaitPromise", true));
        if (result.containsKey("exceptionDetails")) {
            throw new AssertionError(result.getJsonObject("exceptionDetails").toString());
        }
        return result.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
    }

    /** Returns the picture of the window as PNG. */
    public byte[] screenshot() throws InterruptedException {
        return Base64.getDecoder()
                .decode(send(
                                "Page.captureScreenshot",
                                Json.createObjectBuilder().add("format", "png"))
                        .getString("data"));
    }

    /** Returns what the page did since it was opened and must not do. */
    public List<String> objections() {
        return connection.events().stream()
                .filter(event -> switch (event.getString("method", "")) {
                    case "Runtime.consoleAPICalled",
                            "Runtime.exceptionThrown",
                            "Log.entryAdded",
                            "Page.javascriptDialogOpening",
                            "Page.windowOpen",
                            "Page.downloadWillBegin" -> true;
                    case "Network.requestWillBeSent" ->
                        !event.getJsonObject("params").getString("type", "").equals("Document");
                    default -> false;
                })
                .map(JsonObject::toString)
                .toList();
    }

    private JsonObject send(String method, JsonObjectBuilder parameters) throws InterruptedException {
        return connection.send(method, parameters.build());
    }

    @Override
    public void close() {
        connection.close();
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
