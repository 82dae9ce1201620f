package org.glassbox.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.UnresolvedReferenceException;
import org.glassbox.GlassboxException;

/** Says what is wrong with a cell: where, in the cell's own lines, and nothing of how cells are run. */
final class CellErrors {
    private static final Pattern CELL_CLASS = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*(\\$.*)?");
    private static final int SHOWN_FRAMES = 4;
    private static final int SHOWN_PLACES = 12;

    private final JShell shell;
    private final Map<String, Piece> pieces;
    private final Map<String, String> lost = new HashMap<>();

    /** @param pieces snippet id → where the snippet stands */
    CellErrors(JShell shell, Map<String, Piece> pieces) {
        this.shell = shell;
        this.pieces = pieces;
    }

    /** From now on an unknown {@code variable} is explained like that. */
    void explain(String variable, String why) {
        lost.put(variable, why);
    }

    /** The compiler refused the piece: each complaint with its line and a caret below. */
    CellError rejected(Piece piece, Snippet snippet) {
        List<String> lines = new ArrayList<>();
        String first = "";
        for (Diag diag : shell.diagnostics(snippet).filter(Diag::isError).toList()) {
            String message = compilerMessage(diag);
            int line = piece.line((int) diag.getPosition());
            first = first.isEmpty() ? message : first;
            lines.add(Style.error(at(piece, line)) + " " + message);
            lines.addAll(caret(piece, diag));
            lost.entrySet().stream().filter(entry -> message.contains("variable " + entry.getKey()))
                .forEach(entry -> lines.add("  help " + entry.getValue()));
        }
        return new CellError("CompileError", first, lines);
    }

    private static String at(Piece piece, int line) { return piece.cell().label() + ", line " + line + ":"; }

    /** javac's words, without the wrapper class that the user never wrote. */
    private static String compilerMessage(Diag diag) {
        return diag.getMessage(null).lines().filter(line -> !line.matches("\\s*location: class\\s*"))
            .collect(Collectors.joining("\n")).replaceFirst("\\n\\s*symbol:\\s+", ": ")
            .replaceFirst("\\n\\s*location:\\s+", "\n  in ");
    }

    private static List<String> caret(Piece piece, Diag diag) {
        int position = (int) Math.min(diag.getPosition(), piece.text().length());
        int line = piece.line(position);
        int column = piece.column(position);
        String text = piece.lineText(line);
        int from = Math.min(column, text.length());
        String indent = text.substring(0, from).replaceAll("[^\\t]", " ");
        return List.of("    " + text, "    " + indent + Style.error("^"));
    }

    /** The piece ran and threw. {@code thrown} is the living exception; {@code told} what JShell made of it. */
    CellError thrown(Piece piece, Throwable thrown, JShellException told) {
        if (told instanceof UnresolvedReferenceException unresolved) {
            return unresolved(piece, unresolved.getSnippet());
        }
        if (thrown == null) {
            return new CellError("InternalError", String.valueOf(told), List.of(Style.error(String.valueOf(told))));
        }
        if (Interrupts.isStopping() && !(thrown instanceof GlassboxException)) {
            return stopped(piece, thrown);
        }
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = new LinkedHashSet<>();
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            lines.addAll(describe(t, seen.size() > 1));
        }
        return new CellError(thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()), lines);
    }

    private List<String> describe(Throwable thrown, boolean cause) {
        List<String> lines = new ArrayList<>();
        String lead = cause ? "caused by " : "";
        if (thrown instanceof GlassboxException) {
            List<String> message = thrown.getMessage().lines().toList();
            lines.add(lead + Style.error(message.get(0)));
            lines.addAll(message.subList(1, message.size()));
        } else if (thrown instanceof CellStopped) {
            lines.add(Style.error(thrown.getMessage()));
        } else {
            String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
            lines.add(lead + Style.error(name(thrown)) + message);
        }
        lines.addAll(frames(thrown));
        return lines;
    }

    /** Exceptions of java.lang are known by their first name. */
    private static String name(Throwable thrown) {
        return thrown.getClass().getName()
            .replaceFirst("^(java\\.(lang|util|io)|REPL\\.\\$JShell\\$\\w+)[.$](?=[^.]+$)", "");
    }

    /** The places in cells, and the few frames of libraries where it was thrown; all else is folded. */
    private List<String> frames(Throwable thrown) {
        boolean ours = thrown instanceof GlassboxException || thrown instanceof CellStopped;
        List<String> libraries = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            Optional<String> place = cellLine(frame);
            if (place.isPresent() && !place.equals(last(places))) {
                places.add(place.get());
            } else if (places.isEmpty() && !ours && !isPlumbing(frame)) {
                libraries.add("    " + Style.dim(frame.toString().replaceFirst("^(app//|java\\.base/)", "")));
            }
        }
        if (places.isEmpty() || libraries.size() > SHOWN_FRAMES) {
            libraries.subList(Math.min(SHOWN_FRAMES, libraries.size()), libraries.size()).clear();
        }
        libraries.addAll(shortened(places));
        return libraries;
    }

    private static Optional<String> last(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    /** A recursion without end has thousands of lines that say the same. */
    private static List<String> shortened(List<String> places) {
        if (places.size() <= SHOWN_PLACES) {
            return places;
        }
        int half = SHOWN_PLACES / 2;
        List<String> shorter = new ArrayList<>(places.subList(0, half));
        shorter.add("    … " + (places.size() - 2 * half) + " more");
        shorter.addAll(places.subList(places.size() - half, places.size()));
        return shorter;
    }

    private static boolean isPlumbing(StackTraceElement frame) {
        return Stream.of("org.glassbox.", "jdk.internal.", "java.lang.reflect.", "java.lang.invoke.", "jdk.jshell.")
            .anyMatch(frame.getClassName()::startsWith);
    }

    private Optional<String> cellLine(StackTraceElement frame) {
        Matcher matcher = CELL_CLASS.matcher(frame.getClassName());
        if (!matcher.matches() || frame.getLineNumber() < 0) {
            return Optional.empty();
        }
        Piece piece = pieces.get(matcher.group(1));
        Optional<Snippet> snippet = shell.snippets().filter(s -> s.id().equals(matcher.group(1))).findFirst();
        if (piece == null || snippet.isEmpty()) {
            return Optional.empty();
        }
        return line(piece, snippet.get(), frame.getLineNumber())
            .map(line -> "    " + Style.place(at(piece, line)) + " " + piece.lineText(line).strip());
    }

    /**
     * The wrapper class's line, back to the cell's: the first place from there on that stands in the user's source too. (The
     * line of {@code int w = 1 / 0} is that of the wrapper's own {@code int w_ =}.)
     */
    private Optional<Integer> line(Piece piece, Snippet snippet, int wrappedLine) {
        SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
        String wrapped = wrapper.wrapped();
        int from = 0;
        for (int i = 1; i < wrappedLine; i++) {
            from = wrapped.indexOf('\n', from) + 1;
        }
        for (int i = from; i < wrapped.length(); i++) {
            int source = wrapper.wrappedToSourcePosition(i);
            if (!Character.isWhitespace(wrapped.charAt(i)) && source >= 0 && source < piece.source().length()
                && wrapper.sourceToWrappedPosition(source) == i) {
                return Optional.of(piece.line(source));
            }
        }
        return Optional.empty();
    }

    private CellError unresolved(Piece piece, DeclarationSnippet snippet) {
        String missing = String.join(", ", shell.unresolvedDependencies(snippet).toList());
        String message = snippet.name() + " cannot run yet: " + missing + " is not declared";
        int line = piece.line(0);
        return new CellError("Unresolved", message,
            List.of(Style.error(message), "    " + Style.place(at(piece, line)) + " " + piece.lineText(line).strip()));
    }

    /** The user stopped the cell between two statements. */
    CellError stopped(Piece piece) {
        return stopped(piece, new CellStopped("stopped"));
    }

    private CellError stopped(Piece piece, Throwable thrown) {
        List<String> lines = new ArrayList<>(List.of(Style.error("The cell was stopped.")));
        lines.addAll(frames(thrown));
        if (lines.size() == 1) {
            lines.add("    " + Style.place(at(piece, piece.line(0))) + " " + piece.lineText(piece.line(0)).strip());
        }
        return new CellError("Interrupted", "the cell was stopped", lines);
    }
}
