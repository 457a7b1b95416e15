/** Decodes the response bodies strictly, straight into values. */
package io.github.devicebatch.http.json;
