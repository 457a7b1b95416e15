package io.github.devicebatch.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.signin.SignInSetting;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RawHttpClient;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.MagicSerialNumber;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an upload with failed devices to the upload of the lines that are worth it: submit, wait, failed, submit, wait. */
class UploadLoopTest {

    private static final int LINES = 1_000;
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final Pattern LOCATION = Pattern.compile("(?i)\nLocation: (\\S+)");

    /** Endings of serial numbers: each error of the fake, and four that are registered for each that fails. */
    private static final List<String> ENDINGS = Stream.concat(
                    MagicSerialNumber.rules().stream().map(MagicSerialNumber::ending),
                    Stream.of("A", "B", "C", "D").flatMap(letter -> Stream.of(letter, letter + "1", letter + "2")))
            .toList();

    private final CommandTester tester = new CommandTester();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(tester.time);

    @TempDir
    private Path folder;

    UploadLoopTest() {
        tester.with("DEVICEBATCH_BASE_URL", partnerCenter.baseUrl().toString())
                .with(SignInSetting.TOKEN.variable(), CommandTester.TOKEN);
    }

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void theSecondUploadHasOnlyWhatUploadingAgainHelps() throws IOException {
        Path upload = Files.writeString(folder.resolve("upload.csv"), lines());
        String first = submit("first", upload);
        assertThat(wait(first).exitCode()).isEqualTo(3);
        Path again = folder.resolve("again.csv");

        RunResult failed = tester.run("failed", first, "--from", upload.toString(), "--output-file", again.toString());

        assertThat(failed.exitCode()).isZero();
        assertThat(failed.out()).isEmpty();
        assertThat(Files.readAllLines(again))
                .hasSize(1 + count("640"))
                .allMatch(line -> HEADER.startsWith(line) || line.contains("640,"));
        RunResult second = wait(submit("second", again));
        assertThat(second.exitCode()).isZero();
        assertThat(counts(second)).isEqualTo(Map.of("registered", count("640"), "failed", 0));
    }

    @Test
    void allThatMayHelpLeavesOnlyWhatNeedsSomethingElseFirst() throws IOException {
        Path upload = Files.writeString(folder.resolve("upload.csv"), lines());
        String first = submit("first", upload);
        wait(first);
        Path again = folder.resolve("again.csv");
        tester.run("failed", first, "--from", upload.toString(), "--include", "all", "-o", "csv=" + again);

        JsonObject second = ParsedJson.object(wait(submit("second", again)).out());

        assertThat(errors(second))
                .isEqualTo(Stream.of("802", "803", "808", "809", "810", "811", "812", "813", "814")
                        .collect(Collectors.toMap(
                                code -> code, UploadLoopTest::count, (one, other) -> one, TreeMap::new)));
    }

    private static Map<String, Integer> errors(JsonObject document) {
        return document.getJsonArray("results").getJsonObject(0).getJsonArray("devices").stream()
                .map(device -> device.asJsonObject())
                .filter(device -> device.getString("outcome").equals("failed"))
                .collect(Collectors.toMap(
                        device -> device.getString("errorCode"), device -> 1, Integer::sum, TreeMap::new));
    }

    private static Map<String, Integer> counts(RunResult result) {
        JsonObject counts = ParsedJson.object(result.out())
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("counts");
        return Map.of("registered", counts.getInt("registered"), "failed", counts.getInt("failed"));
    }

    private RunResult wait(String reference) {
        return tester.run("wait", reference, "-o", "json");
    }

    private static String lines() {
        return IntStream.range(0, LINES)
                .mapToObj(number ->
                        "SN%05d-%s,,hash-of-%05d==\r\n".formatted(number, ENDINGS.get(number % ENDINGS.size()), number))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static int count(String ending) {
        return (int) IntStream.range(0, LINES)
                .filter(number -> ENDINGS.get(number % ENDINGS.size()).equals(ending))
                .count();
    }

    private String submit(String batch, Path file) throws IOException {
        JsonArrayBuilder devices = Json.createArrayBuilder();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            devices.add(Json.createObjectBuilder().add("serialNumber", cells[0]).add("hardwareHash", cells[2]));
        }
        String body = Json.createObjectBuilder()
                .add("batchId", batch)
                .add("devices", devices)
                .build()
                .toString();
        UUID request = UUID.nameUUIDFromBytes(batch.getBytes(UTF_8));
        String response = new RawHttpClient(partnerCenter.baseUrl()).post("/deviceBatches", request.toString(), body);
        Matcher location = LOCATION.matcher(response);
        assertThat(location.find()).as(response).isTrue();
        return location.group(1);
    }
}
