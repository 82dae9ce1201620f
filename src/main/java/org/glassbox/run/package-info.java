/**
 * Who asks a kernel from outside: the protocol client, and what is built on it.
 * Start with {@link org.glassbox.run.KernelClient}.
 * May import all packages above it, and the protocol libraries (jeromq, gson).
 */
package org.glassbox.run;
