package org.glassbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaCodeTest {
    @Test
    void words_have_their_kinds() {
        assertEquals(
            "<span class=\"type\">Layer</span> net = <span class=\"keyword\">new</span> <span class=\"type\">Net</span>"
                + "(<span class=\"number\">5e-3</span>); <span class=\"comment\">// why</span>",
            JavaCode.toHtml("Layer net = new Net(5e-3); // why"));
    }

    @Test
    void a_comment_sign_in_a_string_begins_no_comment() {
        assertEquals("<span class=\"string\">&quot;a // b \\&quot; c&quot;</span>",
            JavaCode.toHtml("\"a // b \\\" c\""));
    }

    @Test
    void a_keyword_within_a_word_is_none() { assertTrue(!JavaCode.toHtml("newest = intern").contains("keyword")); }

    @ParameterizedTest
    @ValueSource(strings = {"a < b && c > d", "\"</script><b>\"", "/* open", "\"open", "'\\''",
        "\"\"\"\n text \"quoted\"\n\"\"\"",
        "x.y(1_000L, 0xFF, 1.5f)", "@Override void f() {}", "ümlaut = \"日本\"", "𝛼 + 1", ""})
    void the_text_stays_what_it_was(String source) {
        String text = JavaCode.toHtml(source).replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">")
            .replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
        assertEquals(source, text);
    }
}
