/** Requests, request handlers, replies and their faults, as data. */
package io.github.devicebatch.testkit.http;
