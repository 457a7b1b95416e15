/** The promises of the port as tests, and the environments that they run in. */
package io.github.devicebatch.testkit.contract;
