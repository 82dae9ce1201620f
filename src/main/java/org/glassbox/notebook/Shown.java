package org.glassbox.notebook;

/** What shows itself: a type of a user's own that wants to be more than words at the end of a cell. */
public interface Shown {
    /** This value in every form in which it can be shown. */
    Bundle bundle();
}
