/** Calls that run on an executor and end with their future. */
package io.github.devicebatch.application.async;
