package org.glassbox.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * One snippet's part of a cell.
 *
 * @param cell the cell that it is from
 * @param start where it starts in the cell's code
 * @param text what stands there, from its first character that is not blank
 * @param source the same for JShell, with the semicolon that may be missing at its end
 */
record Piece(Cell cell, int start, String text, String source) {
    private static final Pattern TYPE = Pattern.compile(
        "(?:(?:@[\\w.]+(?:\\([^)]*\\))?|public|protected|private|static|final|abstract|strictfp)\\s+)*"
            + "(?:class|record|interface|enum|@interface)\\s+(\\w+)");

    /** The code of a cell and its number; number 0 stands for code without one. */
    record Cell(int number, String code) {
        /** What it is called in an error. */
        String label() { return number == 0 ? "Cell" : "Cell [" + number + "]"; }
    }

    /** The pieces of a cell, in order; the last may be broken. */
    static List<Piece> split(Cell cell, SourceCodeAnalysis analysis) {
        List<Piece> pieces = new ArrayList<>();
        String rest = cell.code();
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            int start = cell.code().length() - rest.length();
            String next = info.completeness().isComplete() ? info.remaining() : "";
            String text = rest.substring(0, rest.length() - next.length());
            String source = info.completeness().isComplete() ? info.source() : text;
            int blank = text.length() - text.stripLeading().length();
            pieces.add(new Piece(cell, start + blank, text.strip(), source.strip()));
            rest = next;
        }
        return pieces;
    }

    boolean isImport() { return Code.withoutComments(text).startsWith("import "); }

    /** The name of the type that the piece declares, if it does. */
    Optional<String> declaredType() {
        Matcher matcher = TYPE.matcher(Code.withoutComments(text));
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Is there a semicolon after all else that is not a comment? It hides the value. */
    boolean endsWithSemicolon() {
        return Code.withoutComments(text).endsWith(";");
    }

    /** The line in the cell, from 1, of that place in the source. */
    int line(int position) {
        int end = Math.min(start + Math.max(position, 0), cell.code().length());
        return 1 + (int) cell.code().substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** The column in its line, from 0, of that place in the source. */
    int column(int position) {
        int at = Math.min(start + position, cell.code().length());
        return at - (cell.code().lastIndexOf('\n', at - 1) + 1);
    }

    /** The text of the cell's line, from 1. */
    String lineText(int line) {
        return cell.code().lines().skip(line - 1L).findFirst().orElse("");
    }
}
