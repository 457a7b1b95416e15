package io.github.devicebatch.http;

import io.github.devicebatch.http.credential.LockedTokenFile;
import io.github.devicebatch.http.credential.Secret;
import io.github.devicebatch.http.support.RegisteredApp;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that repeatedly replaces the refresh token in a file. Tests run it concurrently or kill it.
 */
final class RotatingProcess {

    private static final int REPETITIONS = 2_000;

    private RotatingProcess() {}

    /** Starts a process that exchanges the token {@code times} times and then exits with 0. */
    static Process exchanging(URI platform, RefreshTokenFile file, int times, File output) throws IOException {
        return start(output, file.toString(), Integer.toString(times), platform.toString());
    }

    /** Starts a process that stores generated tokens without a pause. */
    static Process storing(RefreshTokenFile file, File output) throws IOException {
        return start(output, file.toString(), Integer.toString(Integer.MAX_VALUE));
    }

    private static Process start(File output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RotatingProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /**
     * Runs the program. Arguments: the file, the number of rotations, and optionally the URL of the identity
     * platform.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RefreshTokenFile file = RefreshTokenFile.at(Path.of(arguments[0]));
        int times = Integer.parseInt(arguments[1]);
        if (arguments.length == 2) {
            store(file, times);
        } else {
            exchange(IdentityPlatform.at(URI.create(arguments[2]), PartnerCenterCloud.GLOBAL), file, times);
        }
    }

    private static void exchange(IdentityPlatform platform, RefreshTokenFile file, int times)
            throws InterruptedException {
        AccessTokenSource source = AccessTokenSource.appAndUser(platform, RegisteredApp.APP, file);
        for (int time = 0; time < times; time++) {
            source.rejected(source.token());
        }
    }

    private static void store(RefreshTokenFile file, int times) throws IOException, InterruptedException {
        for (int time = 0; time < times; time++) {
            try (LockedTokenFile locked =
                    file.store().lock(InstantSource.system(), Thread::sleep, Duration.ofSeconds(1))) {
                locked.replace(Secret.refreshToken(token(time)));
            }
        }
    }

    /** Returns a long token whose completeness can be checked. */
    private static String token(int number) {
        return (number + "~").repeat(REPETITIONS);
    }

    static boolean isComplete(String token) {
        int end = token.indexOf('~');
        return end > 0 && token.equals(token(Integer.parseInt(token.substring(0, end))));
    }
}
