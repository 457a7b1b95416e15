package com.example.depot.application;

import com.example.depot.domain.Delivery;
import com.example.depot.domain.Payment;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.domain.BatchOutcome;
import java.time.Duration;

/** Pays for a delivery when each of its devices is registered; waits an hour for that. */
public record Payments(BatchStatusQuery partnerCenter, Pause pause) {

    private static final int QUESTIONS = 60;

    public Payment decide(Delivery delivery) throws InterruptedException {
        for (int question = 0; question < QUESTIONS; question++) {
            if (partnerCenter.ask(delivery.batch()) instanceof Found found
                    && found.status().isFinal()) {
                return found.status().outcome() == BatchOutcome.ALL_REGISTERED ? Payment.DUE : Payment.HELD;
            }
            pause.pause(Duration.ofMinutes(1));
        }
        return Payment.HELD;
    }
}
