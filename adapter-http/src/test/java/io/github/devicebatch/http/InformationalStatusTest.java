package io.github.devicebatch.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Responses with a 1xx status. The JDK's client waits for the final response, and treats a 101 that was not
 * requested as a protocol error. Neither exceeds the attempt timeout.
 */
@ExtendWith(FakePartnerCenterExtension.class)
class InformationalStatusTest {

    private static final Duration SHORT = Duration.ofMillis(250);

    /** Long enough to send a hundred concurrent requests on a busy machine. */
    private static final Duration ENOUGH_TO_SEND = Duration.ofMillis(1_500);

    private static final String EARLY_HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";

    @Test
    void withoutAFinalResponseEndAfterFourAttempts(FakePartnerCenter fake) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Integer, Future<BatchStatusAnswer>> answers = IntStream.range(100, 200)
                    .boxed()
                    .collect(Collectors.toMap(
                            Function.identity(), status -> threads.submit(query(fake, client, status))));
            for (int status = 100; status < 200; status++) {
                BatchStatusAnswer answer = answers.get(status).get();
                UnavailabilityCause expected =
                        status == 101 ? UnavailabilityCause.UNREACHABLE : UnavailabilityCause.TIMED_OUT;
                assertThat(answer)
                        .as("HTTP %d", status)
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                unavailable -> assertThat(unavailable.cause()).isEqualTo(expected));
                assertThat(answer.trace().attempts()).as("HTTP %d", status).isEqualTo(4);
            }
            assertThat(fake.requests()).hasSize(400);
        }
    }

    @Test
    void areFollowedByTheFinalResponse() throws Exception {
        var response = new ByteArrayOutputStream();
        response.writeBytes(EARLY_HINTS.repeat(3).getBytes(US_ASCII));
        byte[] body = Batches.documentedExampleJson();
        response.writeBytes(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(US_ASCII));
        response.writeBytes(body);

        assertThat(askServer(Duration.ofMinutes(1), response::writeTo)).isInstanceOf(Found.class);
    }

    /**
     * Newer versions of the JDK fail after eight and leave the connection open; earlier versions wait.
     */
    @Test
    void endlessSequenceIsBounded() throws Exception {
        byte[] hints = EARLY_HINTS.getBytes(US_ASCII);
        BatchStatusAnswer answer = askServer(SHORT, output -> {
            while (true) {
                output.write(hints);
            }
        });

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.cause())
                                .isIn(UnavailabilityCause.UNREACHABLE, UnavailabilityCause.TIMED_OUT));
    }

    private static Callable<BatchStatusAnswer> query(FakePartnerCenter fake, HttpClient client, int status) {
        fake.script(Batches.numbered(status)).then(Reply.empty(status));
        ManualTime time = ManualTime.start();
        PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                .retries(RetrySettings.DEFAULT)
                .httpClient(client)
                .attemptTimeout(ENOUGH_TO_SEND)
                .time(time, time)
                .build();
        return () -> partnerCenter.batchStatus().ask(Batches.numbered(status));
    }

    /** Writes a response to a request. */
    @FunctionalInterface
    private interface Response {

        void writeTo(OutputStream output) throws IOException;
    }

    private static BatchStatusAnswer askServer(Duration timeout, Response response) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                PartnerCenter partnerCenter = OneAttempt.at(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                        .attemptTimeout(timeout)
                        .build()) {
            threads.execute(() -> serve(server, response));
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private static void serve(ServerSocket server, Response response) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[4_096]);
            response.writeTo(socket.getOutputStream());
        } catch (IOException left) {
            // ignored: the client closed the connection
        }
    }
}
