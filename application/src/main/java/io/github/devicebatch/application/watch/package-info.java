/** Use cases that ask more than once: watching batches until they are final, and surveying many batches. */
package io.github.devicebatch.application.watch;
