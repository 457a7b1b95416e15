package io.github.devicebatch.http.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An installed server, run as a process with files of its own in a temporary folder. It is ready once it accepts
 * connections, and is ended through its own handle only.
 */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final int STARTS = 5;
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/sbin"), Path.of("/usr/local/bin"));

    private final Process process;
    private final Path folder;
    private final InetSocketAddress address;

    private ServerProcess(Process process, Path folder, InetSocketAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** Writes the files of a server that is to listen on {@code port}, and returns the command that runs it. */
    interface Setup {
        List<String> write(Path folder, int port) throws IOException;
    }

    /**
     * Starts a server on a free port of 127.0.0.1 and waits until it accepts connections.
     *
     * @throws IllegalStateException if it ends before that, with what it printed
     */
    static ServerProcess start(Setup setup) {
        for (int start = 1; ; start++) {
            ServerProcess server = launched(setup);
            if (server.isReady()) {
                return server;
            }
            String printed = server.printed();
            server.close();
            if (start == STARTS || !printed.contains("in use")) {
                throw new IllegalStateException("the server did not start: " + printed);
            }
        }
    }

    /**
     * Returns the program {@code name}.
     *
     * @throws IllegalStateException if it is not installed, with the Debian package that has it
     */
    static String program(String name, String debianPackage) {
        Optional<Path> program = FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        return program.orElseThrow(() -> new IllegalStateException("'" + name + "' is not installed; install the Debian"
                        + " package '" + debianPackage + "', or run .ci/install-test-servers"))
                .toString();
    }

    private static ServerProcess launched(Setup setup) {
        try {
            Path folder = Files.createTempDirectory("server");
            // A server that gives up root's rights reads its files with the rights of another user.
            folder.toFile().setExecutable(true, false);
            folder.toFile().setReadable(true, false);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), freePort());
            Process process = new ProcessBuilder(setup.write(folder, address.getPort()))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("printed").toFile())
                    .start();
            return new ServerProcess(process, folder, address);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Another process may take the port before the server does; then the server ends, and another port is tried. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        Instant latest = Instant.now().plus(START_TIMEOUT);
        try {
            while (!process.waitFor(5, TimeUnit.MILLISECONDS) && Instant.now().isBefore(latest)) {
                if (accepts()) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException interrupted) {
            close();
            throw new IllegalStateException("interrupted while the server started", interrupted);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    Path folder() {
        return folder;
    }

    /** Returns what the server printed until now. */
    String printed() {
        try {
            return Files.readString(folder.resolve("printed"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends the process, waits for its end and deletes its folder. */
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
        TemporaryFiles.delete(folder);
    }
}
