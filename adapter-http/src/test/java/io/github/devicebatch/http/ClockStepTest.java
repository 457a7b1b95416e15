package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.application.watch.BatchWatch;
import io.github.devicebatch.application.watch.WatchEnding;
import io.github.devicebatch.application.watch.WatchSettings;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.http.support.RegisteredApp;
import io.github.devicebatch.http.support.StepClock;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The system's clock is set forward or back in every pause; the requests are the same and at the same times. */
class ClockStepTest {

    private static final List<Duration> STEPS =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofHours(-2), Duration.ofDays(1));

    private RegisteredApp partner = RegisteredApp.start();
    private StepClock wallClock = new StepClock(partner.time);
    private final List<String> log = new ArrayList<>();

    /** What waits. */
    enum Situation {
        RATE_LIMIT {
            @Override
            void run(Run run) throws InterruptedException {
                for (int query = 0; query < 15; query++) {
                    run.ask(Batches.REFERENCE);
                }
            }
        },
        HOLD {
            @Override
            void run(Run run) throws InterruptedException {
                run.reply(Reply.throttled(Duration.ofSeconds(57)), Reply.documentedExample());
                run.ask(Batches.REFERENCE);
                run.ask(Batches.REFERENCE);
            }
        },
        RETRIES {
            @Override
            void run(Run run) throws InterruptedException {
                run.reply(Reply.empty(503), Reply.empty(503), Reply.empty(503), Reply.documentedExample());
                run.ask(Batches.REFERENCE);
            }
        },
        DEADLINE {
            @Override
            void run(Run run) throws InterruptedException {
                run.reply(
                        Reply.throttled(Duration.ofSeconds(57)),
                        Reply.throttled(Duration.ofSeconds(57)),
                        Reply.throttled(Duration.ofSeconds(57)),
                        Reply.documentedExample());
                run.ask(Batches.REFERENCE);
            }
        },
        CIRCUIT_BREAKER {
            @Override
            void run(Run run) throws InterruptedException {
                run.reply(Reply.empty(503));
                for (int query = 0; query < 4; query++) {
                    run.ask(Batches.REFERENCE);
                }
                run.reply(Reply.documentedExample());
                run.pause(Duration.ofSeconds(29));
                run.ask(Batches.REFERENCE);
                run.pause(Duration.ofSeconds(2));
                run.ask(Batches.REFERENCE);
            }
        },
        TOKEN_LIFETIME {
            @Override
            void run(Run run) throws InterruptedException {
                for (int query = 0; query < 12; query++) {
                    run.ask(Batches.REFERENCE);
                    run.pause(Duration.ofMinutes(15));
                }
            }
        },
        WATCH {
            @Override
            void run(Run run) throws InterruptedException {
                run.reply(
                        Reply.describing(Batches.queued()),
                        Reply.describing(Batches.processing()),
                        Reply.describing(Batches.processing()),
                        Reply.describing(Batches.finished()));
                run.watch();
            }
        },
        WATCH_UNTIL_ITS_TIMEOUT {
            @Override
            void run(Run run) throws InterruptedException {
                run.reply(Reply.describing(Batches.queued()));
                run.watch();
            }
        };

        abstract void run(Run run) throws InterruptedException;
    }

    @AfterEach
    void close() {
        partner.close();
    }

    @ParameterizedTest
    @EnumSource
    void aStepChangesNothing(Situation situation) throws InterruptedException {
        List<String> steady = logOf(situation, Duration.ZERO);

        assertThat(steady).isNotEmpty();
        for (Duration step : STEPS) {
            assertThat(logOf(situation, step)).as("steps of %s", step).isEqualTo(steady);
        }
    }

    @Test
    void aDateOfTheServiceIsComparedToTheWallClock() throws InterruptedException {
        wallClock.step(Duration.ofHours(-1));
        partner.fake
                .script(Batches.REFERENCE)
                .then(Reply.empty(429)
                        .withHeader("Date", "nonsense")
                        .withHeader("Retry-After", "Mon, 05 Jan 2026 08:00:30 GMT"))
                .then(Reply.documentedExample());
        try (PartnerCenter partnerCenter = builder(partner.time).build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
        }

        assertThat(partner.time.pauses()).contains(Duration.ofSeconds(31));
    }

    private List<String> logOf(Situation situation, Duration step) throws InterruptedException {
        partner.close();
        partner = RegisteredApp.start();
        wallClock = new StepClock(partner.time);
        log.clear();
        Pause stepping = duration -> {
            wallClock.step(step);
            partner.time.pause(duration);
        };
        MonotonicClock clock = wallClock.monotonic();
        try (PartnerCenter partnerCenter = builder(stepping, clock).build()) {
            situation.run(new Run(partnerCenter, clock, stepping));
        }
        partner.fake.requests().forEach(request -> log.add(request.when() + " " + request.path()));
        return List.copyOf(log);
    }

    private PartnerCenterBuilder builder(Pause pause) {
        return builder(pause, partner.time);
    }

    private PartnerCenterBuilder builder(Pause pause, InstantSource clock) {
        partner.tokens().application(RegisteredApp.CLIENT_ID, RegisteredApp.SECRET);
        IdentityPlatform platform = partner.platform().time(clock, pause, wallClock);
        return partner.builder(
                        AccessTokenSource.appOnly(platform, RegisteredApp.APP, ClientSecret.of(RegisteredApp.SECRET)))
                .time(clock, pause, wallClock);
    }

    /** One run of a situation, which logs what the caller sees. */
    private final class Run {

        private final PartnerCenter partnerCenter;
        private final MonotonicClock clock;
        private final Pause pause;

        private Run(PartnerCenter partnerCenter, MonotonicClock clock, Pause pause) {
            this.partnerCenter = partnerCenter;
            this.clock = clock;
            this.pause = pause;
        }

        void reply(Reply... replies) {
            var script = partner.fake.script(Batches.REFERENCE);
            for (Reply reply : replies) {
                script = script.then(reply);
            }
        }

        void pause(Duration duration) throws InterruptedException {
            pause.pause(duration);
        }

        void ask(BatchReference batch) throws InterruptedException {
            var answer = partnerCenter.batchStatus().ask(batch);
            log.add(answer.getClass().getSimpleName() + " "
                    + (answer instanceof Unavailable unavailable ? unavailable.cause() : "") + " "
                    + answer.trace().elapsed());
        }

        void watch() throws InterruptedException {
            WatchSettings settings = WatchSettings.DEFAULT.withConcurrency(1);
            WatchEnding ending = BatchWatch.of(partnerCenter.batchStatus(), clock, pause, settings, new Random(1))
                    .watch(Batches.REFERENCE, event -> log.add(event.getClass().getSimpleName() + " " + event.when()));
            log.add(ending.getClass().getSimpleName() + " " + ending.requests());
        }
    }
}
