package org.bihuan.intake.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.intake.similar.SimilarTerms.Term;
import org.junit.jupiter.api.Test;

/** Which terms are looked up. */
class SimilarTermsTest {

  private static final Map<Integer, Long> COUNTS = Map.of(1, 10_000L, 2, 200L, 3, 8L);

  private static Set<Integer> codes(List<Term> terms) {
    return terms.stream().map(Term::code).collect(Collectors.toSet());
  }

  @Test
  void among_a_million_common_terms_are_left_out() {
    SimilarTerms terms = new SimilarTerms(COUNTS, 20_000, 1_000_000);
    assertEquals(Set.of(9, 3), codes(terms.rarest(List.of(1, 2, 3, 9), List.of(9))));
  }

  @Test
  void the_rarest_is_looked_up_however_common_it_is() {
    SimilarTerms terms = new SimilarTerms(COUNTS, 20_000, 1_000_000);
    assertEquals(Set.of(1), codes(terms.rarest(List.of(1), List.of())));
  }

  @Test
  void among_few_problems_all_of_a_short_text_are_looked_up() {
    SimilarTerms terms = new SimilarTerms(Map.of(), 0, 1);
    assertEquals(Set.of(1, 2, 3), codes(terms.rarest(List.of(1, 2), List.of(1, 2, 3))));
  }

  @Test
  void a_long_text_does_not_ask_without_end() {
    List<Integer> many = IntStream.range(10, 500).boxed().toList();
    assertTrue(new SimilarTerms(Map.of(), 0, 1).rarest(many, many).size() <= 40);
  }

  @Test
  void a_rare_term_weighs_more() {
    List<Term> terms = new SimilarTerms(COUNTS, 20_000, 20_000).rarest(List.of(2, 3), List.of());
    double common =
        terms.stream().filter(term -> term.code() == 2).findFirst().orElseThrow().weight();
    double rare =
        terms.stream().filter(term -> term.code() == 3).findFirst().orElseThrow().weight();
    assertTrue(rare > common && common > 0);
  }
}
