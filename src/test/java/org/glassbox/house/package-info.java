/**
 * What the house asks of all code: the one-way street between packages, names that do not collide, small files, documents
 * that are true. Exceptions stand in the tests, each with its reason.
 */
package org.glassbox.house;
