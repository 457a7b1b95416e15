/** Reads a JSON scenario into data. */
package io.github.devicebatch.testkit.scenario;
