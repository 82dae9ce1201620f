package org.glassbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Small files, small methods. A line counts when words stand on it: blank lines, comments and closing braces are free. */
class SizeTest {
    private static final int FILE = 200;
    private static final int METHOD = 15;
    private static final int EXCEPTIONS = 10;
    /** Files that are longer, each with its reason. */
    private static final Map<String, String> LONGER = Map.of("PlotlyPen.java",
        "one method a mark: the whole translation into Plotly stands in one place, beside its twin SvgPen");

    private static final List<Path> SOURCES = Stream.of("src/main/java", "src/jmh/java")
        .flatMap(folder -> Tree.files(Tree.ROOT.resolve(folder), ".java").stream()).toList();

    @Test
    void no_file_has_more_than_200_lines_of_code() {
        assertTrue(SOURCES.size() >= 100, SOURCES.size() + " files");
        Map<String, Integer> longer = new TreeMap<>();
        for (Path source : SOURCES) {
            int lines = codeLines(Tree.read(source));
            if (lines > FILE && !LONGER.containsKey(source.getFileName().toString())) {
                longer.put(Tree.name(source), lines);
            }
        }
        assertEquals(Map.of(), longer);
    }

    @Test
    void what_is_longer_is_really_longer_and_rare() {
        assertTrue(LONGER.size() <= EXCEPTIONS, LONGER.size() + " exceptions");
        for (Path source : SOURCES) {
            if (LONGER.containsKey(source.getFileName().toString())) {
                assertTrue(codeLines(Tree.read(source)) > FILE, Tree.name(source) + " needs no exception any more");
            }
        }
    }

    @Test
    void nine_of_ten_methods_have_at_most_15_lines() throws IOException {
        List<Integer> lengths = methodLengths();
        assertTrue(lengths.size() >= 800, lengths.size() + " methods");
        int ninth = lengths.get((int) Math.ceil(0.9 * lengths.size()) - 1);
        assertTrue(ninth <= METHOD, "nine of ten have at most " + ninth + " lines");
    }

    @Test
    void comments_blank_lines_and_closing_braces_are_free() {
        assertEquals(2,
            codeLines("/** words */\n\nint a; // why\n  /* more\n words */\nString s = \"// no comment\";\n// end"));
        assertEquals(3, codeLines("String s = \"\"\"\n/* text */\n\"\"\";"));
        assertEquals(2, codeLines("int f() {\n    return 1;\n}\n"));
    }

    /** Lines on which something stands once the comments are gone; a lone brace is layout, which the formatter decides. */
    static int codeLines(String source) {
        String code = source.replaceAll(
            "(?s)(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')|//[^\\n]*|/\\*.*?\\*/", "$1");
        return (int) code.lines().filter(line -> !line.strip().matches("[\\])};,]*")).count();
    }

    private static List<Integer> methodLengths() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Integer> lengths = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                files.getJavaFileObjectsFromPaths(SOURCES));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        lengths.add(length(unit, method, positions));
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        }
        lengths.sort(null);
        return lengths;
    }

    private static int length(CompilationUnitTree unit, MethodTree method, SourcePositions positions) {
        try {
            String source = unit.getSourceFile().getCharContent(true).toString();
            int start = (int) positions.getStartPosition(unit, method);
            return codeLines(source.substring(start, (int) Math.max(start, positions.getEndPosition(unit, method))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
