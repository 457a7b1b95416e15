/** HTTP requests, request handlers, and replies with their faults, as data without sockets. */
package io.github.devicebatch.testkit.http;
