package org.bihuan.intake.recognition.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.intake.recognition.Intent;
import org.bihuan.intake.recognition.Scope;
import org.junit.jupiter.api.Test;

/** A model learns from lessons and hints, and is read as it was written. */
class TrainingTest {

  private static final LocalDate DAY = LocalDate.of(2019, 1, 1);
  private static final int EACH = 10;

  private static Lesson ours(String text, String category) {
    return new Lesson("", text, DAY, Scope.OURS, category, "", "", Intent.COMPLAINT);
  }

  private static Lesson others(String text, String body) {
    return new Lesson("", text, DAY, Scope.OTHER_BODY, "", "", body, Intent.QUESTION);
  }

  private static Model learned() {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      lessons.add(ours("小区门口的路灯不亮，晚上很黑", "STREET_LAMP"));
      lessons.add(ours("小区的电梯经常故障，困人", "ELEVATOR"));
      lessons.add(others("请问个人所得税怎么申报", "TAX"));
      lessons.add(others("公司拖欠工资不发", "LABOUR"));
    }
    lessons.add(ours("王小明的电话是19900000123，路灯不亮", "STREET_LAMP"));
    List<Hint> categories = List.of(new Hint("GAS_SUPPLY", List.of("路灯燃气", "燃气")));
    return new Training(categories, List.of()).learn("2026-11-29.1", lessons).orElseThrow();
  }

  @Test
  void what_was_taught_is_recognised() {
    Model model = learned();
    Model.Reading reading = model.read(null, "我们这里的路灯不亮已经很久了");
    assertEquals("STREET_LAMP", reading.best(model.category()).code());
    assertTrue(reading.ours() > 0.5);
    Model.Reading tax = model.read("个人所得税", "怎么申报");
    assertTrue(tax.ours() < 0.5);
    assertEquals("TAX", tax.best(model.body()).code());
    assertEquals("QUESTION", tax.best(model.intent()).code());
  }

  @Test
  void likelihoods_add_up_to_one_and_words_are_those_of_the_text() {
    Model model = learned();
    Model.Reading reading = model.read(null, "电梯故障");
    double all =
        reading.guesses(model.category()).stream().mapToDouble(Classifier.Guess::confidence).sum();
    assertEquals(1, all, 1e-9);
    Classifier.Guess best = reading.best(model.category());
    assertFalse(reading.words(model.category(), best).isEmpty());
    reading.words(model.category(), best).forEach(word -> assertTrue("电梯故障".contains(word), word));
  }

  @Test
  void a_kind_that_only_hints_speak_of_can_be_recognised() {
    assertTrue(learned().category().labels().contains("GAS_SUPPLY"));
  }

  @Test
  void no_name_and_no_number_of_a_person_is_learned() {
    Vocabulary vocabulary = learned().vocabulary();
    for (int i = 0; i < vocabulary.size(); i++) {
      String feature = vocabulary.feature(i);
      assertFalse(feature.contains("王小") || feature.matches(".*\\d.*"), feature);
    }
  }

  @Test
  void lessons_that_have_no_piece_of_text_in_common_teach_nothing() {
    List<Lesson> lessons = List.of(ours("路灯", "STREET_LAMP"), others("个税", "TAX"));
    assertTrue(new Training(List.of(), List.of()).learn("2026-11-29.1", lessons).isEmpty());
  }

  @Test
  void a_model_is_read_as_it_was_written() {
    byte[] written = ModelFile.bytes(learned());
    Model read = ModelFile.read(new ByteArrayInputStream(written));
    assertEquals("2026-11-29.1", read.version());
    assertEquals(learned().category().labels(), read.category().labels());
    assertArrayEquals(written, ModelFile.bytes(read));
  }

  @Test
  void a_worse_model_is_known_by_its_figures() {
    Figures before = new Figures(100, 50, 20, 19, 0, 0.7, 0.9, 0.05);
    assertFalse(new Figures(100, 50, 20, 19, 0, 0.695, 0.9, 0.05).isWorseThan(before));
    assertTrue(new Figures(100, 50, 20, 18, 0, 0.7, 0.9, 0.05).isWorseThan(before));
    assertTrue(new Figures(100, 50, 20, 19, 0, 0.6, 0.9, 0.05).isWorseThan(before));
    assertTrue(new Figures(100, 50, 20, 19, 0, 0.7, 0.8, 0.05).isWorseThan(before));
  }
}
