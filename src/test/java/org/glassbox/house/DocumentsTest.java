package org.glassbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that are true: the two commands, links that lead somewhere, no address of a machine or a registry. */
class DocumentsTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Two commands$(.*?)(?=^## |\\z)");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");
    private static final Pattern HTML_LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    /** Written in halves, so that this file does not name them. */
    private static final List<String> FORBIDDEN = List.of("repo." + "maven", "repo1." + "maven", "registry." + "npmjs",
        "pypi." + "org",
        "deb." + "debian", "/opt/" + "wheels", "/opt/" + "pypi", "/root" + "/", "/work" + "/", "index-" + "url");
    private static final List<String> TEXT = List.of(".java", ".md", ".xml", ".json", ".ipynb", ".mjs", ".js", ".css",
        ".html", ".yml",
        ".csv", "/dev", "/run", "/postBuild", "/maven.config", "/.gitignore");

    @Test
    void the_readme_has_its_two_commands_and_no_third() {
        Matcher section = SECTION.matcher(Tree.read(Tree.ROOT.resolve("README.md")));
        assertTrue(section.find(), "README.md needs the section ## Two commands");
        List<String> commands = new ArrayList<>();
        Matcher blocks = SHELL.matcher(section.group(1));
        while (blocks.find()) {
            commands.add(blocks.group(1).strip());
        }
        assertEquals(List.of("mvn -Pquickstart", "mvn verify"), commands);
        assertEquals(4, section.group(1).split("```", -1).length - 1, "no other fenced block");
    }

    @Test
    void every_local_link_leads_somewhere() {
        List<String> dead = new ArrayList<>();
        int found = 0;
        for (Path document : Tree.files(Tree.ROOT, ".md")) {
            for (String target : localLinks(Tree.read(document))) {
                found++;
                if (!Files.exists(document.resolveSibling(target))) {
                    dead.add(Tree.name(document) + " → " + target);
                }
            }
        }
        assertTrue(found >= 5, found + " local links");
        assertEquals(List.of(), dead);
    }

    @Test
    void nothing_names_a_registry_or_a_path_of_some_machine() {
        List<Path> texts = Tree.files(Tree.ROOT, "").stream()
            .filter(file -> TEXT.stream().anyMatch(ending -> ("/" + Tree.name(file)).endsWith(ending))).toList();
        assertTrue(texts.size() >= 200, texts.size() + " text files");
        List<String> named = new ArrayList<>();
        for (Path file : texts) {
            String text = Tree.read(file);
            FORBIDDEN.stream().filter(text::contains).forEach(word -> named.add(Tree.name(file) + " names " + word));
        }
        assertEquals(List.of(), named);
    }

    private static List<String> localLinks(String markdown) {
        String prose = markdown.replaceAll("(?ms)^```.*?^```$", "").replaceAll("`[^`\\n]*`", "");
        List<String> links = new ArrayList<>();
        for (Pattern pattern : List.of(LINK, HTML_LINK)) {
            Matcher link = pattern.matcher(prose);
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                if (!target.isEmpty() && !target.matches("[a-z]+:.*")) {
                    links.add(target);
                }
            }
        }
        return links;
    }
}
