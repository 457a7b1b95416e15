/** Decorators of the port: retry, circuit breaker and rate limit; without knowledge of HTTP. */
package io.github.devicebatch.http.resilience;
