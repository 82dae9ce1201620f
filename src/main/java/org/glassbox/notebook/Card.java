package org.glassbox.notebook;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pieces of a white card in a cell: frame, question, sentence, hint, table, last line. All colours and sizes stand
 * in the elements themselves: a notebook that is not trusted drops style sheets, and a dark theme must not shine
 * through.
 */
final class Card {
    static final String INK = "#1b2530";
    static final String SUB = "#515c68";
    static final String FAINT = "#69747f";
    static final String TRAINING = "#1261b0";
    static final String VALIDATION = "#b84a00";
    static final String TEST = "#7d8791";

    private static final String FACE = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
    private static final String BARE = "background:#ffffff;border:0;";
    private static final String SMALL = SUB + ";font-size:11px;font-weight:400";

    private Card() {}

    static String frame(String... pieces) {
        return "<div style=\"max-width:904px;padding:24px 28px 16px;margin:2px 0;background:#ffffff;color:" + INK
            + ";border:1px solid #dde1e6;border-radius:8px;overflow-x:auto;font-family:" + FACE
            + ";font-size:13px;line-height:18px;font-variant-numeric:tabular-nums\">"
            + String.join("", pieces) + "</div>";
    }

    /** The name of a thing and what is known of it, above a thin line. */
    static String head(String name, String facts) {
        return "<div style=\"border-bottom:1px solid #e8ebee;padding-bottom:12px;margin-bottom:14px;color:" + SUB
            + "\"><span style=\"font-size:16px;font-weight:600;color:" + INK + "\">" + escape(name)
            + "</span>&ensp;&ensp;" + escape(facts) + "</div>";
    }

    static String question(String text) {
        return line("font-size:16px;font-weight:600;line-height:22px;color:" + INK, text);
    }

    static String sentence(String text) { return line("color:" + INK, text); }

    static String hint(String text) { return line("color:" + SUB, text); }

    static String footer(String text) {
        return line("border-top:1px solid #e8ebee;margin-top:16px;padding-top:8px;font-size:11px;color:" + FAINT, text);
    }

    static String gap() { return "<div style=\"height:22px\"></div>"; }

    /** Two pieces side by side where there is room, else one below the other. */
    static String beside(String left, String right) {
        return "<div style=\"display:flex;flex-wrap:wrap;gap:22px 40px\"><div>" + left + "</div>"
            + "<div>" + right + "</div></div>";
    }

    /** A table of cells made by {@link #text}, {@link #number} and {@link #raw}; the first row is its head. */
    static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;margin:10px 0 0;width:auto;"
            + BARE + "color:" + INK + ";font-size:13px\">");
        for (List<String> row : rows) {
            html.append("<tr style=\"").append(BARE).append("\">").append(String.join("", row)).append("</tr>");
        }
        return html.append("</table>").toString();
    }

    /** Names of columns, small and grey; the first {@code texts} of them stand left, the others right. */
    static List<String> columns(List<String> names, int texts) {
        return IntStream.range(0, names.size())
            .mapToObj(i -> cell("th", i < texts ? "left" : "right", SMALL, escape(names.get(i)))).toList();
    }

    static String text(String text) { return cell("td", "left", INK + ";font-weight:600", escape(text)); }

    static String number(String text) { return number(text, INK); }

    static String number(String text, String colour) { return cell("td", "right", colour, escape(text)); }

    /** A cell of HTML. */
    static String raw(String html) { return cell("td", "left", INK, html); }

    static String escape(String text) { return Html.escaped(text); }

    private static String line(String style, String text) {
        return "<div style=\"" + style + "\">" + escape(text) + "</div>";
    }

    private static String cell(String tag, String align, String colour, String html) {
        return "<" + tag + " style=\"border:0;text-align:" + align + ";vertical-align:middle;padding:2px 18px 2px 0;"
            + "white-space:nowrap;color:" + colour + "\">" + html + "</" + tag + ">";
    }
}
