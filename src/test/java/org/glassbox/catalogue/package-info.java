/**
 * Everything that there is to prove, one line each: {@link org.glassbox.catalogue.Catalogue}. Whoever adds an operation, a
 * layer, a loss, an activation, a rule or an initialiser adds a line here; CompletenessTest fails until it is done, and
 * gradient checks, mutations and the second oracle then come by themselves. Imports the core.
 */
package org.glassbox.catalogue;
