package io.github.devicebatch.http;

/** Credential of an app. Implementations are immutable, thread-safe, and mask what they hold in {@code toString()}. */
public sealed interface AppCredential permits ClientSecret, ClientCertificate {}
