package io.github.devicebatch.testkit.planted.broken.application;

import java.util.Date;

public record NewDate() {

    Date date() {
        return new Date();
    }
}
