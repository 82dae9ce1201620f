package org.glassbox.kernel;

import java.util.List;
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

    /**
     * What to ask JShell about the end of {@code before}: first all statements up to there in one block, so that the variables
     * of a cell are known though it has not run; where that is no block, the last statement alone.
     */
    static List<String> inputs(String before, SourceCodeAnalysis analysis) {
        String last = lastPiece(before, analysis);
        boolean alone = before.substring(0, before.length() - last.length()).isBlank();
        return alone ? List.of(last) : List.of("{" + before, last);
    }

    private static String lastPiece(String code, SourceCodeAnalysis analysis) {
        String rest = code;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete() || info.remaining().isBlank() && !isEnded(rest)) {
                return rest;
            }
            if (info.remaining().isBlank()) {
                return info.remaining();
            }
            rest = info.remaining();
        }
    }

    private static boolean isEnded(String piece) {
        String bare = Code.withoutComments(piece);
        return bare.endsWith(";") || bare.endsWith("}");
    }
}
