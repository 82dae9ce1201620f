package org.glassbox.data;

/** How the parts of a split came apart, and what is said of it. */
enum Cut {
    /** By whoever made the parts. */
    GIVEN(""),
    /** By lot. */
    DRAWN(""),
    /** By lot, class by class. */
    STRATIFIED(" · stratified by class"),
    /** In the order of their series, with rows between the parts that were left out. */
    IN_ORDER(" · in their order, without the rows that reach into two parts");

    private final String words;

    Cut(String words) { this.words = words; }

    String words() { return words; }
}
