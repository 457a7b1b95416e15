package com.example.uploads;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UploadController {

    private final BatchStatusQuery query;

    UploadController(BatchStatusQuery query) {
        this.query = query;
    }

    /** Returns the outcome. The switch has no default: a new kind of answer would not compile. */
    @GetMapping("/uploads/{customer}/{tracking}")
    ResponseEntity<String> outcome(@PathVariable("customer") String customer, @PathVariable("tracking") String tracking)
            throws InterruptedException {
        return switch (query.ask(BatchReference.parse(customer + "/" + tracking))) {
            case Found found -> ResponseEntity.ok(found.status().outcome().name());
            case NotFound notFound -> ResponseEntity.notFound().build();
            case Refused refused -> ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(refused.reason().name());
            case Unavailable unavailable -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", Long.toString(unavailable.retryAfter().map(delay -> delay.toSeconds()).orElse(60L)))
                    .body(unavailable.cause().name());
            case Unreadable unreadable -> ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(unreadable.why());
        };
    }
}
