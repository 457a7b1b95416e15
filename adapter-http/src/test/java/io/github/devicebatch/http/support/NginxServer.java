package io.github.devicebatch.http.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An nginx on a free port of 127.0.0.1. Every answer has a header {@code MS-ServerId} with {@code C-R}: it was the R-th
 * request on the C-th connection, so a trace shows which questions shared a connection.
 */
public final class NginxServer implements AutoCloseable {

    private final ServerProcess process;
    private final boolean secure;

    private NginxServer(ServerProcess process, boolean secure) {
        this.process = process;
        this.secure = secure;
    }

    /**
     * What an nginx does.
     *
     * @param certificate the certificate it shows, or empty for clear text
     * @param http2 whether it offers HTTP/2, which needs TLS
     * @param maxConcurrentStreams streams of one HTTP/2 connection; nginx's own default is 128
     * @param keepAliveRequests requests after which it ends a connection, on HTTP/2 with GOAWAY; nginx's own default is 1000
     * @param source where its answers come from
     */
    public record Config(
            Optional<TestCertificate> certificate,
            boolean http2,
            OptionalInt maxConcurrentStreams,
            OptionalInt keepAliveRequests,
            Source source) {

        /** Returns a configuration for clear text and HTTP/1.1. */
        public static Config clearText(Source source) {
            return new Config(Optional.empty(), false, OptionalInt.empty(), OptionalInt.empty(), source);
        }

        /** Returns a configuration for TLS and both HTTP/2 and HTTP/1.1. */
        public static Config http2(TestCertificate certificate, Source source) {
            return new Config(Optional.of(certificate), true, OptionalInt.empty(), OptionalInt.empty(), source);
        }

        /** Returns a configuration for TLS and HTTP/1.1. */
        public static Config http1(TestCertificate certificate, Source source) {
            return new Config(Optional.of(certificate), false, OptionalInt.empty(), OptionalInt.empty(), source);
        }

        /** Returns the same configuration with a limit of streams. */
        public Config withMaxConcurrentStreams(int streams) {
            return new Config(certificate, http2, OptionalInt.of(streams), keepAliveRequests, source);
        }

        /** Returns the same configuration with a limit of requests for one connection. */
        public Config withKeepAliveRequests(int requests) {
            return new Config(certificate, http2, maxConcurrentStreams, OptionalInt.of(requests), source);
        }

        private String text(int port) {
            return """
                    daemon off;
                    master_process off;
                    pid nginx.pid;
                    error_log stderr warn;
                    events { worker_connections 4096; }
                    http {
                      access_log off;
                      client_body_temp_path body;
                      proxy_temp_path proxy;
                      fastcgi_temp_path fastcgi;
                      uwsgi_temp_path uwsgi;
                      scgi_temp_path scgi;
                      %s%s
                      server {
                        listen 127.0.0.1:%d backlog=1024%s;
                        %s
                        add_header MS-ServerId "$connection-$connection_requests" always;
                        location / {
                          %s
                        }
                      }
                    }
                    """.formatted(
                    maxConcurrentStreams.isEmpty()
                            ? ""
                            : "http2_max_concurrent_streams " + maxConcurrentStreams.getAsInt() + ";\n  ",
                    keepAliveRequests.isEmpty() ? "" : "keepalive_requests " + keepAliveRequests.getAsInt() + ";",
                    port,
                    (certificate.isPresent() ? " ssl" : "") + (http2 ? " http2" : ""),
                    certificate.isPresent() ? "ssl_certificate certificate.pem; ssl_certificate_key key.pem;" : "",
                    source.directives());
        }
    }

    /** The source of the responses. */
    public sealed interface Source {

        /** Returns nginx's directives for it. */
        String directives();

        /**
         * The same answer to every request.
         *
         * @param status the HTTP status
         * @param json the body
         */
        record Fixed(int status, String json) implements Source {
            @Override
            public String directives() {
                return "default_type application/json; return " + status + " '"
                        + json.replace("\\", "\\\\").replace("'", "\\'") + "';";
            }
        }

        /**
         * The content of a JSON file to every request, for bodies that are too long for nginx's configuration.
         *
         * @param path the file, which nginx can read
         */
        record JsonFile(Path path) implements Source {
            @Override
            public String directives() {
                return "default_type application/json; root "
                        + path.toAbsolutePath().getParent() + "; rewrite ^ /" + path.getFileName() + " break;";
            }
        }

        /**
         * The answers of another server, such as the fake Partner Center.
         *
         * @param server its address: scheme, host and port
         */
        record Upstream(URI server) implements Source {
            @Override
            public String directives() {
                return "proxy_pass " + server + "; proxy_http_version 1.1; proxy_set_header Connection \"\";"
                        + " proxy_set_header Host $http_host; proxy_pass_request_headers on; proxy_hide_header MS-ServerId;";
            }
        }
    }

    /**
     * Starts an nginx and waits until it accepts connections.
     *
     * @param config what it does
     * @return the running server
     * @throws IllegalStateException if nginx is not installed or does not start
     */
    public static NginxServer start(Config config) {
        String nginx = ServerProcess.program("nginx", "nginx-light");
        ServerProcess process = ServerProcess.start((folder, port) -> {
            write(folder, config, port);
            return List.of(
                    nginx,
                    "-e",
                    "stderr",
                    "-p",
                    folder.toString(),
                    "-c",
                    folder.resolve("nginx.conf").toString());
        });
        return new NginxServer(process, config.certificate().isPresent());
    }

    private static void write(Path folder, Config config, int port) throws IOException {
        Files.writeString(folder.resolve("nginx.conf"), config.text(port));
        if (config.certificate().isPresent()) {
            Files.writeString(
                    folder.resolve("certificate.pem"),
                    config.certificate().get().pem());
            Files.writeString(
                    folder.resolve("key.pem"), config.certificate().get().keyPem());
        }
    }

    public int port() {
        return process.address().getPort();
    }

    /** Returns the address with {@code host} in it, which has to lead to 127.0.0.1. */
    public URI uri(String host) {
        return URI.create((secure ? "https://" : "http://") + host + ":" + port());
    }

    /** Returns the address with 127.0.0.1 in it. */
    public URI uri() {
        return uri("127.0.0.1");
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return "nginx at " + uri();
    }
}
