package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that ends in the TLS handshake may work the next time; what TLS itself refuses does not. */
class TlsHandshakeEndTest {

    enum Ending {
        FIN_AT_ONCE(UnavailabilityCause.UNREACHABLE, 4) {
            @Override
            void end(Socket socket) {}
        },
        FIN_AFTER_THE_HELLO(UnavailabilityCause.UNREACHABLE, 4) {
            @Override
            void end(Socket socket) throws IOException {
                readHello(socket);
            }
        },
        RESET_AFTER_THE_HELLO(UnavailabilityCause.UNREACHABLE, 4) {
            @Override
            void end(Socket socket) throws IOException {
                readHello(socket);
                socket.setSoLinger(true, 0);
            }
        },
        FIN_WITHIN_A_RECORD(UnavailabilityCause.UNREACHABLE, 4) {
            @Override
            void end(Socket socket) throws IOException {
                readHello(socket);
                write(socket, 22, 3, 3, 0, 100, 2, 0);
            }
        },
        INTERNAL_ERROR(UnavailabilityCause.UNREACHABLE, 4) {
            @Override
            void end(Socket socket) throws IOException {
                readHello(socket);
                write(socket, 21, 3, 3, 0, 2, 2, 80);
            }
        },
        NO_TLS(UnavailabilityCause.UNREACHABLE, 4) {
            @Override
            void end(Socket socket) throws IOException {
                readHello(socket);
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
            }
        },
        HANDSHAKE_FAILURE(UnavailabilityCause.UNTRUSTED, 1) {
            @Override
            void end(Socket socket) throws IOException {
                readHello(socket);
                write(socket, 21, 3, 3, 0, 2, 2, 40);
            }
        };

        private final UnavailabilityCause cause;
        private final int attempts;

        Ending(UnavailabilityCause cause, int attempts) {
            this.cause = cause;
            this.attempts = attempts;
        }

        abstract void end(Socket socket) throws IOException;

        static void readHello(Socket socket) throws IOException {
            int ignored = socket.getInputStream().read(new byte[16_384]);
        }

        static void write(Socket socket, int... octets) throws IOException {
            for (int octet : octets) {
                socket.getOutputStream().write(octet);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotAMatterOfTrustUnlessTlsRefuses(Ending ending) throws Exception {
        ManualTime time = ManualTime.start();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> endAll(server, ending));
            try (PartnerCenter partnerCenter = PartnerCenter.at(
                            URI.create("https://127.0.0.1:" + server.getLocalPort()))
                    .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                    .time(time, time)
                    .build()) {
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .asInstanceOf(type(Unavailable.class))
                        .extracting(Unavailable::cause, answer -> answer.trace().attempts())
                        .containsExactly(ending.cause, ending.attempts);
            }
        }
    }

    private static void endAll(ServerSocket server, Ending ending) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                ending.end(socket);
            } catch (IOException over) {
                // ignored: the next connection is ended as well
            }
        }
    }
}
