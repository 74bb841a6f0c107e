package org.bihuan.localstack.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with numbers in it that lead to a person, for tests of what leaves a service. Answers and
 * events are full of other digits, so only texts with this one's mark are looked at.
 *
 * @param numbers as they are spelt in the text, which is at most 100 characters long
 */
public record NumberedText(List<String> numbers) {

  private static final String MARK = "号主";

  /** A JSON string with the mark. */
  private static final Pattern MARKED =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*?" + MARK + "(?:[^\"\\\\]|\\\\.)*)\"");

  /** Eight digits, whatever signs stand between them; a star ends a number. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[^\\d\\p{L}*]*\\d){7}");

  /** Two texts with every kind of number and every way to spell one. */
  public static Stream<NumberedText> withEachSpelling() {
    return Stream.of(
        new NumberedText(
            List.of(
                "19900000503",
                "１９９０００００５０３",
                "1 9 9.0 0 0 0—0 5 0 3",
                "0532-83880503",
                "37020320000101001X")),
        new NumberedText(
            List.of(
                "+86 199 0000 0503",
                "199\u200b0000\u200b0503",
                "(0532) 8388 0503",
                "370203 19900101 1234",
                "370203900101123")));
  }

  /** The text itself. */
  public String text() {
    return MARK + String.join("或", numbers) + "反映";
  }

  /** The texts with the mark that a JSON document has, each time it has one. */
  public static List<String> in(String document) {
    return MARKED.matcher(document).results().map(found -> found.group(1)).toList();
  }

  /** Those of them that show eight digits or more of a number. */
  public static List<String> revealedBy(String document) {
    return in(document).stream().filter(NumberedText::reveals).toList();
  }

  private static boolean reveals(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return LONG_NUMBER.matcher(plain).results().map(MatchResult::group).findAny().isPresent();
  }

  @Override
  public String toString() {
    return text();
  }
}
