/** Helpers of the tests: real servers on loopback, fault tables, fixtures, token sources, and programs for load. */
package io.github.devicebatch.http.support;
