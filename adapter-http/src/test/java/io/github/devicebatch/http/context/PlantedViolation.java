package io.github.devicebatch.http.context;

import io.github.devicebatch.http.PartnerCenter;

/** A forbidden dependency: this package must not use the exported one. */
public record PlantedViolation(PartnerCenter partnerCenter) {}
