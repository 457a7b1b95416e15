package io.github.devicebatch.testkit.json;

import io.github.devicebatch.testkit.server.FakePartnerCenter;

/** A forbidden dependency: this package must not use the server. */
public record ForbiddenServerUse(FakePartnerCenter partnerCenter) {}
