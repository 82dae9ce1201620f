package org.glassbox.data;

/**
 * A file as its makers published it.
 *
 * @param name without .gz
 * @param bytes packed
 * @param packed SHA-256 of the .gz file, which a download must have
 * @param content SHA-256 or MD5 of what is in it, which any copy must have, however it was packed
 */
record PublishedFile(String name, long bytes, String packed, String content) {
    String packedName() { return name + ".gz"; }

    /** MD5 where no SHA-256 of the content was published; it finds a broken copy, and the download has its SHA-256. */
    String algorithm() {
        return content.length() == 32 ? "MD5" : "SHA-256";
    }
}
