package org.glassbox.kernel;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Javadoc of our types and their members, read from their sources. */
final class Javadocs {
    private final Sources sources = new Sources();
    private final Map<String, Map<String, String>> read = new HashMap<>();

    /** The comment above what {@code signature} names, in JShell's words; empty without sources or without a comment. */
    Optional<String> of(String signature) {
        Signature named = Signature.parse(signature);
        return sources.topLevel(named.type()).flatMap(type -> {
            Signature wanted = named.in(type);
            Map<String, String> comments = read.computeIfAbsent(type, this::parse);
            boolean constructor = wanted.key().startsWith(wanted.type() + "(");   // a record's header says what its fields are
            String otherwise = constructor ? comments.get(wanted.type()) : null;
            return Optional.ofNullable(comments.getOrDefault(wanted.key(), otherwise)).map(JavadocText::plain);
        });
    }

    private Map<String, String> parse(String type) {
        Map<String, String> comments = new HashMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Optional<String> source = sources.text(type);
        if (compiler == null || source.isEmpty()) {
            return comments;
        }
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null,
            List.of(new InMemory(type, source.get())));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Comments(DocTrees.instance(task), comments).scan(unit, null);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
        return comments;
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String source;

        InMemory(String type, String source) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) { return source; }
    }

    /** Signature key → comment, for all types and members of a file. */
    private static final class Comments extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final Map<String, String> comments;
        private final Deque<String> types = new ArrayDeque<>();

        Comments(DocTrees trees, Map<String, String> comments) {
            this.trees = trees;
            this.comments = comments;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = types.isEmpty() ? getCurrentPath().getCompilationUnit().getPackageName().toString()
                : types.peek();
            types.push(outer + "." + tree.getSimpleName());
            keep(types.peek());
            super.visitClass(tree, null);
            types.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            List<String> parameters = tree.getParameters().stream().map(VariableTree::getType).map(Tree::toString)
                .toList();
            String name = tree.getReturnType() == null ? "" : "." + tree.getName();
            keep(Signature.key(types.peek() + name, parameters));
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            keep(types.peek() + "." + tree.getName());
            return null;
        }

        private void keep(String key) {
            String comment = trees.getDocComment(getCurrentPath());
            if (comment != null) {
                comments.putIfAbsent(key, comment);
            }
        }
    }
}
