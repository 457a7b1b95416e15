package io.github.devicebatch.http;

import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.http.support.TargetReport;
import io.github.devicebatch.testkit.oauth.RefreshTokenRotation;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A program that repeatedly kills a process while it replaces a refresh token, and checks the file. Half of
 * the processes exchange the token over HTTP; the others only store tokens. It exits with 1 if the file ever
 * contains no complete token. How to run it: {@code docs/reliability.md}.
 */
final class KilledRotations {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_EXCHANGES = 5;
    private static final int MAX_SPIN_NANOS = 60_000_000;

    private final Random random = new Random(20_261_122);
    private final FakePartnerCenter fake;
    private final RefreshTokenFile exchanged;
    private final RefreshTokenFile stored;
    private final File output;
    private int complete;
    private int newest;
    private int interruptedWrites;

    private KilledRotations(FakePartnerCenter fake, Path folder) throws IOException {
        this.fake = fake;
        this.exchanged = RegisteredApp.store(folder, fake.tokens().refresh().issue(RegisteredApp.CLIENT_ID));
        this.stored = RefreshTokenFile.at(folder.resolve("stored/refresh-token"));
        this.output = folder.resolve("output").toFile();
    }

    /** Runs the program. The argument is the number of kills, by default 100. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        Map<String, Boolean> targets = new LinkedHashMap<>();
        Path folder = Files.createTempDirectory("killed-rotations");
        targets.put("a complete and valid token after each of " + kills + " kills", run(kills, folder) == kills);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        TargetReport.exit(targets);
    }

    /** Kills {@code kills} processes and returns how many of them left a complete and valid token. */
    static int run(int kills, Path folder) throws IOException, InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.tokens().publicClient(RegisteredApp.CLIENT_ID).refresh().rotation(RefreshTokenRotation.KEEP_OLD);
            var rotations = new KilledRotations(fake, folder);
            for (int kill = 0; kill < kills; kill++) {
                if (kill % 2 == 0) {
                    rotations.killExchange();
                } else {
                    rotations.killStore();
                }
            }
            System.out.println(rotations);
            return rotations.complete;
        }
    }

    private void killExchange() throws IOException, InterruptedException {
        long exchanges = fake.requestCount() + 1 + random.nextInt(MAX_EXCHANGES);
        Process process = RotatingProcess.exchanging(fake.baseUrl(), exchanged, Integer.MAX_VALUE, output);
        boolean busy = fake.awaitRequests(exchanges, TIMEOUT);
        kill(process);
        String token = read(exchanged);
        newest += token.equals(fake.tokens().refresh().current().getLast()) ? 1 : 0;
        complete += busy && fake.tokens().refresh().accepts(token) ? 1 : 0;
    }

    private void killStore() throws IOException, InterruptedException {
        Files.deleteIfExists(stored.path());
        Process process = RotatingProcess.storing(stored, output);
        while (Files.notExists(stored.path()) && process.isAlive()) {
            Thread.onSpinWait();
        }
        boolean busy = process.isAlive();
        kill(process);
        complete += busy && RotatingProcess.isComplete(read(stored)) ? 1 : 0;
    }

    private void kill(Process process) throws InterruptedException {
        long end = System.nanoTime() + random.nextInt(MAX_SPIN_NANOS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
    }

    /** Returns the token; empty if the line is incomplete or a file is accessible to other users. */
    private String read(RefreshTokenFile file) throws IOException {
        Path next = file.path().resolveSibling("refresh-token.new");
        if (Files.exists(next)) {
            interruptedWrites++;
        }
        boolean isPrivate = isPrivate(file.path()) && (Files.notExists(next) || isPrivate(next));
        String content = Files.readString(file.path());
        return isPrivate && content.endsWith("\n") ? content.substring(0, content.length() - 1) : "";
    }

    private static boolean isPrivate(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public String toString() {
        return String.format(
                "%d complete and valid tokens, %d of them the newest; %d processes killed during the write"
                        + "; %d exchanges",
                complete, newest, interruptedWrites, fake.tokens().requests("refresh_token"));
    }
}
