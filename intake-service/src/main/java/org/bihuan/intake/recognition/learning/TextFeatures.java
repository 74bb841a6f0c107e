package org.bihuan.intake.recognition.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes a message to pieces: single characters, pairs of characters, and the words that Lucene's
 * smartcn finds. No digits, so that no number of a person becomes a feature.
 */
final class TextFeatures {

  /** What stands before a word, as it may be a pair of characters too. */
  static final String WORD = "w:";

  /** What stands before a piece of the headline. */
  static final String HEADLINE = "s:";

  /** How often a piece of the headline counts [ours, by cross-validation]. */
  private static final double WEIGHT_OF_HEADLINE = 3;

  /** Places that were made unknown ("A市", "K2区") say nothing of the matter. */
  private static final Pattern ANONYMISED = Pattern.compile("[A-Z]\\d*(?=[市区县省])");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{IsHan}A-Za-z]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+|_x000D_");
  private static final Analyzer WORDS = new SmartChineseAnalyzer(true);

  private TextFeatures() {}

  /** How often each piece occurs. */
  static Map<String, Double> of(String subject, String text) {
    Map<String, Double> counts = new HashMap<>();
    String headline = clean(subject == null ? "" : subject);
    String body = clean(text);
    pieces(body, "", 1, counts);
    pieces(headline, "", WEIGHT_OF_HEADLINE, counts);
    pieces(headline, HEADLINE, 1, counts);
    words(body, 1, counts);
    words(headline, WEIGHT_OF_HEADLINE, counts);
    return counts;
  }

  private static String clean(String text) {
    return BLANKS
        .matcher(ANONYMISED.matcher(text).replaceAll(""))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static void pieces(
      String text, String prefix, double weight, Map<String, Double> counts) {
    for (String run : NO_LETTERS.split(text)) {
      for (int i = 0; i < run.length(); i++) {
        counts.merge(prefix + run.charAt(i), weight, Double::sum);
        if (i > 0) {
          counts.merge(prefix + run.substring(i - 1, i + 1), weight, Double::sum);
        }
      }
    }
  }

  private static void words(String text, double weight, Map<String, Double> counts) {
    try (TokenStream tokens = WORDS.tokenStream("text", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String word = term.toString();
        if (word.length() > 1 && !NO_LETTERS.matcher(word).find()) {
          counts.merge(WORD + word, weight, Double::sum);
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
