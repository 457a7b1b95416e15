package io.github.devicebatch.testkit;

/** Who takes an access token. */
enum Audience {
    PARTNER_CENTER,
    ANOTHER_RESOURCE
}
