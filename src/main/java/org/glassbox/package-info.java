/**
 * What everyone needs: the base of all errors with the form of their messages, and the one owner of randomness.
 * Start with {@link org.glassbox.Message} and {@link org.glassbox.Seed}. Imports only the JDK.
 */
package org.glassbox;
