package io.github.devicebatch.testkit.planted.broken.application;

import io.github.devicebatch.testkit.planted.broken.http.UntestedQuery;

public record SeesAdapter(UntestedQuery query) {}
