/**
 * What runs from a terminal: puts the kernel where Jupyter looks, takes it away, says what it finds on this machine, and
 * runs a notebook. Start with {@link org.glassbox.cli.Main}, then {@link org.glassbox.cli.Installer}.
 * May import everything; nothing imports it.
 */
package org.glassbox.cli;
