/** Strict decoders of the four response bodies, straight into values. */
package io.github.devicebatch.http.json;
