/** Scenarios: the parser of their JSON, and their content as data. */
package io.github.devicebatch.testkit.scenario;
