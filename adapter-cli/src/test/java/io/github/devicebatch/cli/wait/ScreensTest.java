package io.github.devicebatch.cli.wait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.application.watch.PauseReason;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchEvent;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.TerminalScreen;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.domain.BatchMemory;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.BatchTrackingId;
import io.github.devicebatch.domain.CustomerId;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The screens of {@code wait} in docs/screens.md: rendered from the events of a wait for 50 batches, of which ten have failures. */
class ScreensTest {

    private static final Path PAGE = Path.of("..", "docs", "screens.md");
    private static final int ROWS = 24;
    private static final int COLUMNS = 80;
    private static final int BATCHES = 50;
    private static final int DEVICES = 20;
    private static final long TICK_MILLIS = 250;
    private static final long THROTTLED_AT = 43_000;
    private static final long RESUMED_AT = 63_000;

    private final CommandTester tester = new CommandTester().on(StandardStream.OUT, StandardStream.ERR);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Instant begun = tester.time.instant();
    private final Map<Integer, BatchMemory> memories = new HashMap<>();
    private final Map<Integer, Integer> requests = new HashMap<>();
    private final WaitDispatcher dispatcher = dispatcher();

    @Test
    void thePageShowsWhatTheCommandShows() throws IOException {
        runUntil(35_000);
        String running = screen();
        runUntil(48_000);
        String throttled = screen();
        runUntil(80_000);
        dispatcher.end();

        assertThat(Files.readString(PAGE)).contains(block(running), block(throttled), block(screen()));
    }

    private static String block(String screen) {
        return "```text\n" + screen + "\n```\n";
    }

    private WaitDispatcher dispatcher() {
        PrintStream terminal = new PrintStream(written, true, UTF_8);
        CliContext context = tester.surroundings(terminal, terminal);
        List<BatchReference> batches =
                IntStream.range(0, BATCHES).mapToObj(ScreensTest::batch).toList();
        WaitOutputs outputs =
                WaitOutputs.of(context, new OutputOptions(), new WaitState(batches, begun), SignInFlow.GIVEN_TOKEN);
        var resume = new ResumeCommand("devicebatch", "wait", List.of(), Optional.empty(), false);
        var summary = new WaitSummaryMessage(outputs.messages(), new WaitText(context.clock()), resume, true);
        WaitDispatcher created = new WaitDispatcher(outputs, summary, Duration.ZERO);
        created.begin(Optional.of(Duration.ofHours(1)));
        return created;
    }

    private static BatchReference batch(int number) {
        return new BatchReference(
                customer(number),
                new BatchTrackingId(new UUID(0xBA7C_0000_0000_4000L, 0x8000_0000_0000_0001L + number)));
    }

    private static CustomerId customer(int number) {
        return number % 5 == 3 ? Batches.anotherCustomersBatch().customer() : Batches.CUSTOMER;
    }

    /** Lets time pass in ticks; answers the polls that are due in each. */
    private void runUntil(long end) {
        while (now() < end) {
            long from = now();
            IntStream.range(0, BATCHES).forEach(number -> answer(number, from, from + TICK_MILLIS));
            if (from == THROTTLED_AT) {
                throttle();
            }
            tester.time.advance(Duration.ofMillis(TICK_MILLIS));
            dispatcher.tick();
        }
    }

    private long now() {
        return Duration.between(begun, tester.time.instant()).toMillis();
    }

    /** Returns when a batch is polled: the batches one after the other, and none while the service throttles. */
    private static List<Long> polls(int number) {
        return List.of(0L, 3_000L, 8_000L, 15_000L, 22_000L, 30_000L, 38_000L, RESUMED_AT, 70_000L).stream()
                .map(begin -> begin + 50L * number)
                .toList();
    }

    private void answer(int number, long from, long to) {
        List<Long> polls = polls(number);
        for (int index = 0; index < polls.size(); index++) {
            if (polls.get(index) >= from && polls.get(index) < to && requests.getOrDefault(number, 0) >= 0) {
                long next = index + 1 < polls.size() ? polls.get(index + 1) - from : TICK_MILLIS;
                answered(number, status(number, from), Duration.ofMillis(next));
            }
        }
    }

    private void answered(int number, BatchStatus status, Duration untilNext) {
        BatchReference batch = batch(number);
        int request = requests.merge(number, 1, Integer::sum);
        Instant when = tester.time.instant();
        BatchMemory memory = memories.getOrDefault(number, BatchMemory.empty());
        dispatcher.on(new WatchEvent.Answered(batch, when, Answers.found(status), request));
        if (memory.changeTo(status).isProgress()) {
            dispatcher.on(new WatchEvent.Changed(batch, when, memory.changeTo(status)));
        }
        memories.put(number, memory.after(status));
        if (status.isFinal()) {
            requests.put(number, -1);
            dispatcher.on(new WatchEvent.Ended(batch, when, new WatchEnding.Completed(Answers.found(status), request)));
        } else {
            dispatcher.on(new WatchEvent.Paused(batch, when, PauseReason.SCHEDULE, untilNext));
        }
    }

    private void throttle() {
        Duration pause = Duration.ofMillis(RESUMED_AT - THROTTLED_AT);
        Trace trace = new Trace(
                1, Duration.ZERO, OptionalInt.of(429), Optional.empty(), Optional.empty(), ServerIds.NONE, List.of());
        dispatcher.attempted(
                batch(0),
                1,
                new Unavailable(UnavailabilityCause.THROTTLED, "too many requests", Optional.of(pause), trace),
                Optional.of(pause));
    }

    private static BatchStatus status(int number, long millis) {
        long end = 20_000 + number * 7_000L % 45_000;
        boolean isFinal = millis >= end;
        int processed = isFinal ? DEVICES : (int) Math.min(DEVICES - 2, millis / 2_000);
        List<DeviceStatus> devices = millis < 3_000
                ? List.of()
                : IntStream.range(0, DEVICES)
                        .mapToObj(row -> device(number, row, row < processed))
                        .toList();
        Instant started = Batches.finished().startedTime().orElseThrow();
        BatchState state = isFinal
                ? BatchState.Listed.FINISHED
                : devices.isEmpty() ? BatchState.Listed.QUEUED : BatchState.Listed.PROCESSING;
        return new BatchStatus(
                batch(number).tracking(),
                state,
                Optional.of(started).filter(known -> !devices.isEmpty()),
                Optional.of(started.plusMillis(end)).filter(known -> isFinal),
                devices,
                List.of());
    }

    private static DeviceStatus device(int number, int row, boolean isProcessed) {
        String serial = String.format(Locale.ROOT, "SN-%02d%02d", number, row);
        if (!isProcessed) {
            return Devices.processing(serial);
        }
        if (number % 10 == 3 && (row == 4 || row == 9)) {
            return Devices.assignedToOtherTenant(serial);
        }
        return number % 10 == 7 && row == 2
                ? Devices.failed(serial, "806", "ZtdDeviceAlreadyAssigned")
                : Devices.registered(serial);
    }

    /** Returns the last rows of the terminal, as many as it has. */
    private String screen() {
        List<String> lines = TerminalScreen.after(written.toString(UTF_8), COLUMNS);
        return lines.stream()
                .skip(Math.max(0, lines.size() - ROWS))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
