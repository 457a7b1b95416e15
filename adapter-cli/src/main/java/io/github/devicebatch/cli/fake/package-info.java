/** The commands {@code demo} and {@code fake}: the only package that imports the testkit. */
package io.github.devicebatch.cli.fake;
