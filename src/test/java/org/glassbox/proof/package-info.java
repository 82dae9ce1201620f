/**
 * What the core promises, proved from outside: against ND4J's own automatic differentiation, against PyTorch's numbers, by
 * laws that must hold, and by the words of its errors. Imports the core and {@code org.glassbox.catalogue}.
 */
package org.glassbox.proof;
