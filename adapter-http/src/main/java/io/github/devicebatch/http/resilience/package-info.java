/** The decorators of the port: retry, circuit breaker, rate limiter. Knows no HTTP. */
package io.github.devicebatch.http.resilience;
