/**
 * What runs the cells of a notebook: the Java kernel, and the adapters that show our values in kernels of others.
 * Start with {@link org.glassbox.kernel.KernelMain}, which opens the sockets; one cell is run by {@code Evaluator}, one request
 * answered by {@code Requests}, and {@link org.glassbox.kernel.Wire} is the protocol as bytes.
 * May import all packages above it, JShell, and the libraries of kernels (jeromq, ASM, jjava, basekernel).
 */
package org.glassbox.kernel;
