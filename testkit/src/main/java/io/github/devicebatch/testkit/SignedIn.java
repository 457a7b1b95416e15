package io.github.devicebatch.testkit;

/** On whose behalf tokens are issued: which application, for what, and how the user signed in. */
record SignedIn(TokenRequest asked, String clientId, Scope scope, AccessTokenKind kind) {}
