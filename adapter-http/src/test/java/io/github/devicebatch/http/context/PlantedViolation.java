package io.github.devicebatch.http.context;

import io.github.devicebatch.http.PartnerCenter;

/** A class that uses a package that its own package must not use. */
public record PlantedViolation(PartnerCenter partnerCenter) {}
