package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void comments_are_taken_out_and_literals_left() {
        assertEquals("int a = 1;", Code.withoutComments("// b\nint a = 1; // c ;\n"));
        assertEquals("f(\"// no comment\");", Code.withoutComments("f(\"// no comment\"); /* ; */"));
        assertEquals("'\"' + \"\\\"//\"", Code.withoutComments("'\"' + \"\\\"//\" // x"));
    }

    @Test
    void a_signature_names_its_type_and_its_key() {
        Signature method = Signature.parse("Seed org.glassbox.Seed.split(String name)");
        assertEquals("org.glassbox.Seed", method.type());
        assertEquals("org.glassbox.Seed.split(String)", method.key());
        assertEquals("org.glassbox.Message(String,List)",
            Signature.parse("org.glassbox.Message(String headline, List<org.glassbox.Message.Row> rows)").key());
        assertEquals("org.glassbox.Seed", Signature.parse("seed:org.glassbox.Seed").key());
        assertEquals("A.of(Map,int[])", Signature.key("A.of", List.of("Map<String, List<Integer>>", "int...")));
    }

    @Test
    void record_headers_in_signatures_of_newer_jdks_are_taken_out() {
        assertEquals("Seed Seed.split(long number)",
            Signature.withoutRecordHeaders("Seed Seed(long value).split(long number)"));
        assertEquals("Message(String headline, List<Message.Row> rows)",
            Signature.withoutRecordHeaders(
                "Message(String h, List<Message.Row(String a)> r)(String headline, List<Message.Row(String a)> rows)"));
        assertEquals("seed:Seed", Signature.withoutRecordHeaders("seed:Seed(long value)"));
        assertEquals("org.glassbox.Seed.split(long)",
            Signature.parse("Seed Seed(long value).split(long number)").in("org.glassbox.Seed").key());
    }

    @Test
    void javadoc_becomes_plain_text() {
        assertEquals("The seed x, or y.\n\n  n   how many", JavadocText.plain(
            " The {@code seed} {@link #x}, or {@link Seed#y y}.\n\n @param n how many").replace("seed x", "seed x"));
    }
}
