package org.bihuan.paper;

import java.util.stream.Stream;

/**
 * Texts that could break a paper, and what is read of them on it.
 *
 * @param what what is special about it
 * @param written as somebody wrote it
 * @param pdf what a PDF shows, without blanks
 * @param word what Word shows, without blanks
 */
record HostileText(String what, String written, String pdf, String word) {

  static Stream<HostileText> all() {
    return Stream.of(
        same("markup", "<script>alert(1)</script><b>x</b></td></table>"),
        same("entities", "&amp; &lt; &#x1F600; &xxe; & <!ENTITY a SYSTEM \"file:///etc/passwd\">"),
        same("styles", "</style><style>*{display:none}</style> url(file:///etc/passwd)"),
        same("end of a section", "]]> <![CDATA[ <?xml version=\"1.0\"?> ${x} {{x}} {x}"),
        same("field codes", "{ INCLUDETEXT \"c:\\secret\" } =cmd|'/c calc'!A1"),
        same("a long word", "W".repeat(5000)),
        same("a long text without blanks", "台".repeat(5000)),
        same("many lines", "一\n二\r\n三\u2028四"),
        new HostileText("emoji", "漏水😀👨\u200D👩\u200D👧!", "漏水〓〓〓〓!", "漏水😀👨👩👧!"),
        new HostileText("another script", "한글עברית", "〓".repeat(7), "한글עברית"),
        new HostileText("rare characters", "王\uD883\uDEDE㐂", "王〓〓", "王\uD883\uDEDE㐂"),
        new HostileText("direction marks", "甲\u202E乙丙\u202C\u2067丁\u200F", "甲乙丙丁", "甲乙丙丁"),
        new HostileText("control characters", "甲\u0007\u001B[2J乙\uFFFF\uFEFF", "甲[2J乙", "甲[2J乙"),
        new HostileText("half a pair", "甲\uD83D乙", "甲乙", "甲乙"),
        new HostileText("a decomposed letter", "cafe\u0301", "café", "café"),
        same("nothing but blanks", " \t \n "),
        same("nothing", ""));
  }

  private static HostileText same(String what, String text) {
    return new HostileText(what, text, withoutBlanks(text), withoutBlanks(text));
  }

  static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u2028\\u3000]+", "");
  }

  @Override
  public String toString() {
    return what;
  }
}
