/** Progress of many requests on standard error: shares, failures, rate, time left, and outages. */
package io.github.devicebatch.cli.progress;
