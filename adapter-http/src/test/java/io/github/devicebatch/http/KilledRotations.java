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
 * A program: kills a process that keeps replacing a refresh token, again and again, and looks each time what it left in the
 * file. Half of the processes exchange the token over HTTP; the others do nothing but store. It ends with 1 if the file is
 * ever anything but a whole token. {@code docs/reliability.md} says how to run it.
 */
final class KilledRotations {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_EXCHANGES = 5;
    private static final int LONGEST_SPIN = 60_000_000;

    private final Random random = new Random(20_261_122);
    private final FakePartnerCenter fake;
    private final RefreshTokenFile exchanged;
    private final RefreshTokenFile stored;
    private final File output;
    private int whole;
    private int newest;
    private int onTheWay;

    private KilledRotations(FakePartnerCenter fake, Path folder) throws IOException {
        this.fake = fake;
        this.exchanged = RegisteredApp.store(folder, fake.tokens().refresh().issue(RegisteredApp.CLIENT_ID));
        this.stored = RefreshTokenFile.at(folder.resolve("stored/refresh-token"));
        this.output = folder.resolve("output").toFile();
    }

    /** Takes how often to kill; 100 by default. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        Map<String, Boolean> targets = new LinkedHashMap<>();
        Path folder = Files.createTempDirectory("killed-rotations");
        targets.put("a whole and good token after each of " + kills + " kills", run(kills, folder) == kills);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        TargetReport.exit(targets);
    }

    /** Kills so often, and tells how often a whole and good token was left. */
    static int run(int kills, Path folder) throws IOException, InterruptedException {
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.tokens().publicClient(RegisteredApp.CLIENT_ID).refresh().rotation(RefreshTokenRotation.KEEP_OLD);
            var killed = new KilledRotations(fake, folder);
            for (int kill = 0; kill < kills; kill++) {
                if (kill % 2 == 0) {
                    killed.exchanging();
                } else {
                    killed.storing();
                }
            }
            System.out.println(killed);
            return killed.whole;
        }
    }

    private void exchanging() throws IOException, InterruptedException {
        long exchanges = fake.requestCount() + 1 + random.nextInt(MOST_EXCHANGES);
        Process process = RotatingProcess.exchanging(fake.baseUrl(), exchanged, Integer.MAX_VALUE, output);
        boolean busy = fake.awaitRequests(exchanges, PATIENCE);
        kill(process);
        String token = look(exchanged);
        newest += token.equals(fake.tokens().refresh().current().getLast()) ? 1 : 0;
        whole += busy && fake.tokens().refresh().accepts(token) ? 1 : 0;
    }

    private void storing() throws IOException, InterruptedException {
        Files.deleteIfExists(stored.path());
        Process process = RotatingProcess.storing(stored, output);
        while (Files.notExists(stored.path()) && process.isAlive()) {
            Thread.onSpinWait();
        }
        boolean busy = process.isAlive();
        kill(process);
        whole += busy && RotatingProcess.isWhole(look(stored)) ? 1 : 0;
    }

    private void kill(Process process) throws InterruptedException {
        long end = System.nanoTime() + random.nextInt(LONGEST_SPIN);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
    }

    /** Gives the token; empty if it does not stand in a line, or something is open to others. */
    private String look(RefreshTokenFile file) throws IOException {
        Path next = file.path().resolveSibling("refresh-token.new");
        if (Files.exists(next)) {
            onTheWay++;
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
                "%d times a whole and good token, %d times the newest there is; %d times killed before the new one stood"
                        + " there; %d exchanges",
                whole, newest, onTheWay, fake.tokens().requests("refresh_token"));
    }
}
