package io.github.devicebatch.http;

/**
 * What an application shows to prove who it is. Immutable and thread-safe, and none prints what it holds.
 */
public sealed interface AppCredential permits ClientSecret, ClientCertificate {}
