/**
 * What a cell shows: any value as a bundle of MIME types, the front door of a notebook, the live panel. Start with
 * {@link org.glassbox.notebook.Glassbox} and {@link org.glassbox.notebook.Bundle}. Imports everything above, but no class of
 * a kernel.
 */
package org.glassbox.notebook;
