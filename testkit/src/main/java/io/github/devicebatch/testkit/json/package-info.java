/** JSON values with line and column. */
package io.github.devicebatch.testkit.json;
