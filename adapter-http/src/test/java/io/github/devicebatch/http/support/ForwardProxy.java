package io.github.devicebatch.http.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A squid on a free port of 127.0.0.1 that opens tunnels ({@code CONNECT}) to every host and port, and forwards plain HTTP.
 * It answers 407 without the right credentials, 403 for hosts below {@code forbidden.example}, and 503 where it gets no
 * connection.
 */
public final class ForwardProxy implements AutoCloseable {

    private final ServerProcess process;

    private ForwardProxy(ServerProcess process) {
        this.process = process;
    }

    /**
     * Who may use a proxy.
     *
     * @param user the user's name; no space, colon or line break
     * @param password the password; no space or line break
     */
    public record Login(String user, String password) {

        /** Returns the line that squid's helper gets for this login; it escapes what is not a letter or digit. */
        private String helperLine() {
            return escaped(user) + " " + escaped(password);
        }

        private static String escaped(String text) {
            StringBuilder escaped = new StringBuilder();
            for (byte octet : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                boolean isPlain = octet > ' ' && octet < 0x7f && "<>\"#%{}|\\^~[]`'".indexOf(octet) < 0;
                escaped.append(isPlain ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xff));
            }
            return escaped.toString();
        }

        /** Returns nothing of the login. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * Starts a proxy and waits until it accepts connections.
     *
     * @param login who may use it, or empty for everybody
     * @param hosts names that the proxy resolves by this table, and their IP addresses; others by the system
     * @return the running proxy
     * @throws IllegalStateException if squid is not installed or does not start
     */
    public static ForwardProxy start(Optional<Login> login, Map<String, String> hosts) {
        String squid = ServerProcess.program("squid", "squid");
        return new ForwardProxy(ServerProcess.start((folder, port) -> {
            write(folder, login, hosts, port);
            return List.of(squid, "-N", "-f", folder.resolve("squid.conf").toString());
        }));
    }

    private static void write(Path folder, Optional<Login> login, Map<String, String> hosts, int port)
            throws IOException {
        Files.writeString(
                folder.resolve("hosts"),
                hosts.entrySet().stream()
                        .map(host -> host.getValue() + " " + host.getKey() + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(folder.resolve("helper"), """
                while read -r line; do
                    if [ "$line" = '%s' ]; then echo OK; else echo ERR; fi
                done
                """.formatted(
                        login.map(Login::helperLine).orElse("")));
        Files.writeString(folder.resolve("squid.conf"), config(folder, login.isPresent(), port));
    }

    private static String config(Path folder, boolean needsLogin, int port) {
        return """
                http_port 127.0.0.1:%d
                visible_hostname proxy.example
                pid_filename none
                cache_log %s
                access_log none
                cache_store_log none
                netdb_filename none
                pinger_enable off
                cache deny all
                coredump_dir %s
                hosts_file %s
                max_filedescriptors 4096
                shutdown_lifetime 0 seconds
                connect_timeout 2 seconds
                %s
                acl forbidden dstdomain .forbidden.example
                http_access deny forbidden
                http_access allow %s
                http_access deny all
                """.formatted(
                        port,
                        folder.resolve("printed"),
                        folder,
                        folder.resolve("hosts"),
                        needsLogin
                                ? "auth_param basic program /bin/sh " + folder.resolve("helper") + "\n"
                                        + "auth_param basic realm proxy\n"
                                        + "auth_param basic children 2 startup=1 idle=1\n"
                                        + "acl known proxy_auth REQUIRED"
                                : "",
                        needsLogin ? "known" : "all");
    }

    /** Returns the address of the proxy. */
    public InetSocketAddress address() {
        return process.address();
    }

    /** Returns the URL of the proxy, without a login. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + address().getPort());
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return "squid at " + uri();
    }
}
