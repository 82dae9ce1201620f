package org.glassbox.kernel;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.glassbox.notebook.Bundle;

/** Runs cells in JShell, in this JVM and on the calling thread. Not for several threads. */
final class Evaluator implements AutoCloseable {
    private static final Set<SubKind> SHOWN = Set.of(SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
        SubKind.OTHER_EXPRESSION_SUBKIND,
        SubKind.VAR_VALUE_SUBKIND, SubKind.ASSIGNMENT_SUBKIND);

    private final CellControl control = new CellControl(new CellLoader());
    private final Map<String, Piece> pieces = new HashMap<>();
    private final JShell shell;
    private final Imports imports;
    private final SourceCodeAnalysis analysis;
    private final CellErrors errors;
    private final Completion completion;
    private final Inspection inspection;
    private final Set<DeclarationSnippet> warned = new HashSet<>();

    Evaluator() {
        shell = JShell.builder().executionEngine(new InThisProcess(), Map.of()).in(InputStream.nullInputStream())
            .out(new PrintStream(OutputStream.nullOutputStream())).err(new PrintStream(OutputStream.nullOutputStream()))
            .tempVariableNameGenerator(new TempNames()::next).build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        analysis = shell.sourceCodeAnalysis();
        errors = new CellErrors(shell, pieces);
        imports = new Imports(shell);
        completion = new Completion(analysis, imports);
        inspection = new Inspection(analysis, imports);
    }

    private final class InThisProcess implements ExecutionControlProvider {
        @Override
        public String name() { return "glassbox"; }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) { return control; }
    }

    private static final class TempNames {
        private int last;

        String next() { return "$" + ++last; }
    }

    Completion completion() { return completion; }

    Inspection inspection() { return inspection; }

    /** Runs a cell. Whatever it throws comes back as an outcome, errors of the JVM too. */
    @SuppressWarnings("ReferenceEquality")                          // the last piece, not one that reads like it
    Outcome run(Piece.Cell cell) {
        imports.bringNamed(cell.code());
        List<Piece> all = Piece.split(cell, analysis);
        List<Piece> ordered = new ArrayList<>(all.stream().filter(Piece::isImport).toList());
        ordered.addAll(all.stream().filter(piece -> !piece.isImport()).toList());
        Outcome outcome = Outcome.NOTHING;
        for (Piece piece : ordered) {
            outcome = run(piece, piece == all.get(all.size() - 1));
            if (outcome.error().isPresent()) {
                break;
            }
        }
        warnOfUnresolved();
        return outcome;
    }

    private Outcome run(Piece piece, boolean last) {
        control.clear();
        piece.declaredType().ifPresent(imports::makeWay);
        List<SnippetEvent> events = shell.eval(piece.source());
        SnippetEvent own = events.stream().filter(event -> event.causeSnippet() == null).findFirst().orElseThrow();
        pieces.put(own.snippet().id(), piece);
        warnOfDropped(events);
        if (own.status() == Snippet.Status.REJECTED) {
            return Outcome.failed(errors.rejected(piece, own.snippet()));
        }
        if (own.exception() != null || control.thrown() != null) {
            return Outcome.failed(errors.thrown(piece, control.thrown(), own.exception()));
        }
        if (Interrupts.isStopping()) {
            return Outcome.failed(errors.stopped(piece));
        }
        boolean shown = last && SHOWN.contains(own.snippet().subKind()) && !piece.endsWithSemicolon();
        return shown ? new Outcome(Optional.of(render(control.value())), Optional.empty()) : Outcome.NOTHING;
    }

    private static Bundle render(Object value) {
        Interrupts.enter();
        try {
            return Bundle.of(value);
        } catch (Throwable t) {   // a renderer's fault must not cost the value, and never the kernel
            return new Bundle(Map.of(Bundle.PLAIN, value.getClass().getName() + " (cannot be shown: " + t + ")"));
        } finally {
            Interrupts.leave();
        }
    }

    /** A variable whose type was declared anew has lost its value: nothing else would tell. */
    private void warnOfDropped(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null && event.snippet() instanceof VarSnippet variable
                && event.isSignatureChange()
                && !event.status().isDefined()) {
                shell.drop(variable);
                String why = variable.name() + " was lost when " + declared(event.causeSnippet())
                    + " was declared anew; run the cell that makes it again";
                errors.explain(variable.name(), why);
                System.err.println("note: " + why);
            }
        }
    }

    private static String declared(Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration ? declaration.name() : "its type";
    }

    /** Java allows what a cell declares to be used before what it uses is declared; the reader shall know what is missing. */
    private void warnOfUnresolved() {
        shell.snippets().filter(snippet -> shell.status(snippet) == Snippet.Status.RECOVERABLE_DEFINED
            || shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
            .map(DeclarationSnippet.class::cast).filter(warned::add)
            .forEach(snippet -> System.err.println("note: " + snippet.name() + " cannot be used until "
                + String.join(", ", shell.unresolvedDependencies(snippet).toList()) + " is declared"));
    }

    @Override
    public void close() { shell.close(); }
}
