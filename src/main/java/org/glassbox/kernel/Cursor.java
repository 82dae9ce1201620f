package org.glassbox.kernel;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Places in a cell's code: the protocol counts code points, Java counts chars, JShell takes one statement at a time. */
final class Cursor {
    private Cursor() {}

    static int toJava(String code, int codePoints) {
        return code.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, code.codePointCount(0, code.length()))));
    }

    static int toProtocol(String code, int chars) {
        return code.codePointCount(0, Math.max(0, Math.min(chars, code.length())));
    }

    /** The statement that is being written at the end of {@code code}. */
    static String lastPiece(String code, SourceCodeAnalysis analysis) {
        String rest = code;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete() || info.remaining().isBlank() && !ended(rest)) {
                return rest;
            }
            if (info.remaining().isBlank()) {
                return info.remaining();
            }
            rest = info.remaining();
        }
    }

    private static boolean ended(String piece) {
        String bare = Code.withoutComments(piece);
        return bare.endsWith(";") || bare.endsWith("}");
    }
}
