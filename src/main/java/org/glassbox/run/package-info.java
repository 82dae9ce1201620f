/**
 * Who asks a kernel from outside: the protocol client, the runner of notebooks, and the page that shows what came out.
 * Start with {@link org.glassbox.run.KernelClient}, then {@link org.glassbox.run.NotebookRunner}.
 * May import all packages above it, the protocol libraries (jeromq, gson) and commonmark.
 */
package org.glassbox.run;
