/** Option groups, converters of their values, and the parser of batch references. */
package io.github.devicebatch.cli.options;
