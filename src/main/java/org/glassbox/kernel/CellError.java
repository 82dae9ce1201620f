package org.glassbox.kernel;

import java.util.List;

/**
 * Why a cell ended early, in the words of the protocol.
 *
 * @param name the kind of error
 * @param message one sentence or more, without colours
 * @param lines what the reader sees, with colours
 */
record CellError(String name, String message, List<String> lines) {}
