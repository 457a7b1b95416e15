/** The contract of the port as tests, and the environments that it runs in. */
package io.github.devicebatch.testkit.contract;
