package io.github.devicebatch.cli.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A squid on a free port of 127.0.0.1 that wants a login of the Basic scheme and opens tunnels to one host, which it finds at
 * 127.0.0.1.
 */
public final class SquidProxy implements AutoCloseable {

    private static final Path SQUID = Path.of("/usr/sbin/squid");
    private static final int MAX_CHECKS = 6_000;

    private final Process process;
    private final int port;

    private SquidProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a proxy and waits until it accepts connections.
     *
     * @param folder where its files are; it is made readable for all, because squid gives up root's rights
     * @param host the name that it knows
     * @param login user and password as squid's helper gets them: separated by a space, percent-encoded
     */
    public static SquidProxy start(Path folder, String host, String login) throws IOException, InterruptedException {
        if (!Files.isExecutable(SQUID)) {
            throw new IllegalStateException("squid is not installed; run .ci/install-test-servers");
        }
        Path files = Files.createDirectories(folder.resolve("squid"));
        for (Path path : new Path[] {folder, files}) {
            path.toFile().setExecutable(true, false);
            path.toFile().setReadable(true, false);
        }
        int port = freePort();
        Files.writeString(files.resolve("hosts"), "127.0.0.1 " + host + "\n");
        Files.writeString(files.resolve("helper"), """
                while read -r line; do
                    if [ "$line" = '%s' ]; then echo OK; else echo ERR; fi
                done
                """.formatted(login));
        Files.writeString(files.resolve("squid.conf"), config(files, port));
        Process process = new ProcessBuilder(
                        SQUID.toString(),
                        "-N",
                        "-f",
                        files.resolve("squid.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("printed").toFile())
                .start();
        SquidProxy proxy = new SquidProxy(process, port);
        proxy.awaitReady(files);
        return proxy;
    }

    private static String config(Path files, int port) {
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
                auth_param basic program /bin/sh %s
                auth_param basic children 1 startup=1 idle=1
                acl known proxy_auth REQUIRED
                http_access allow known
                http_access deny all
                """.formatted(port, files.resolve("printed"), files, files.resolve("hosts"), files.resolve("helper"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path files) throws IOException, InterruptedException {
        for (int check = 0; !accepts(); check++) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS) || check == MAX_CHECKS) {
                close();
                throw new IllegalStateException("squid did not start: " + Files.readString(files.resolve("printed")));
            }
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Ends the process and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "squid at 127.0.0.1:" + port;
    }
}
