package io.github.devicebatch.testkit.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Header;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of the requests on one connection. Not thread-safe. */
final class RequestReader {

    static final int MAX_HEADERS = 100;
    static final int MAX_BODY_LENGTH = 16 * 1_024 * 1_024;

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]{1,20}) ([!-~]+) (HTTP/1\\.[01])");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

    private final int connection;
    private final LineReader input;
    private final OutputStream output;

    /**
     * Creates a parser.
     *
     * @param connection the number of the connection
     * @param input the bytes from the client
     * @param output the stream for {@code 100 Continue}
     */
    RequestReader(int connection, InputStream input, OutputStream output) {
        this.connection = connection;
        this.input = new LineReader(input);
        this.output = output;
    }

    /**
     * Reads the next request.
     *
     * @return the request, or empty if the client has closed the connection after the previous one
     * @throws EOFException if the client closes the connection in a request
     */
    Optional<Request> read() throws IOException, UnacceptableRequestException {
        Optional<String> first = input.line(414);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Matcher line = REQUEST_LINE.matcher(first.get());
        if (!line.matches()) {
            throw new UnacceptableRequestException(400, "The request line is malformed.");
        }
        Map<String, List<String>> headers = headers();
        return Optional.of(
                new Request(connection, line.group(1), line.group(2), line.group(3), headers, body(headers)));
    }

    /** Waits until the next request begins or the client closes the connection. */
    void awaitInput() throws IOException {
        input.awaitInput();
    }

    private Map<String, List<String>> headers() throws IOException, UnacceptableRequestException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int count = 0; count <= MAX_HEADERS; count++) {
            String line = input.line(431).orElseThrow(EOFException::new);
            if (line.isEmpty()) {
                return Collections.unmodifiableMap(headers);
            }
            int colon = line.indexOf(':');
            if (colon < 0 || !Header.isName(line.substring(0, colon)) || line.indexOf('\r') >= 0) {
                throw new UnacceptableRequestException(400, "A header line is malformed.");
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        throw new UnacceptableRequestException(431, "There are more than " + MAX_HEADERS + " headers.");
    }

    private String body(Map<String, List<String>> headers) throws IOException, UnacceptableRequestException {
        if (headers.containsKey("Transfer-Encoding")) {
            throw new UnacceptableRequestException(411, "A request body needs a Content-Length.");
        }
        List<String> lengths = headers.getOrDefault("Content-Length", List.of());
        if (lengths.isEmpty()) {
            return "";
        }
        if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new UnacceptableRequestException(400, "The Content-Length is malformed.");
        }
        int length = Integer.parseInt(lengths.getFirst());
        if (length > MAX_BODY_LENGTH) {
            throw new UnacceptableRequestException(413, "The body is longer than " + MAX_BODY_LENGTH + " bytes.");
        }
        if (headers.getOrDefault("Expect", List.of()).stream().anyMatch("100-continue"::equalsIgnoreCase)) {
            output.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        return new String(input.bytes(length), UTF_8);
    }

    /** The bytes are not a request that the server accepts. The connection is closed after the reply. */
    static final class UnacceptableRequestException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient HttpReply reply;

        UnacceptableRequestException(int status, String description) {
            super(description);
            this.reply =
                    Reply.fault(status, Integer.toString(status), description).withHeader("Connection", "close");
        }

        HttpReply reply() {
            return reply;
        }
    }
}
