package io.github.devicebatch.testkit.planted.broken.memory;

import java.net.http.HttpClient;

public record HttpOutside(HttpClient http) {}
