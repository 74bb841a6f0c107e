package org.bihuan.intake.recognition.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.intake.body.OtherBodies;
import org.bihuan.intake.body.OtherBody;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.recognition.learning.Examination;
import org.bihuan.intake.recognition.learning.Figures;
import org.bihuan.intake.recognition.learning.Hint;
import org.bihuan.intake.recognition.learning.Lesson;
import org.bihuan.intake.recognition.learning.Model;
import org.bihuan.intake.recognition.learning.Training;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Trains and examines models with the district's categories and bodies. */
@ApplicationScoped
class Teacher {

  private final Categories categories;
  private final OtherBodies bodies;

  Teacher(Categories categories, OtherBodies bodies) {
    this.categories = categories;
    this.bodies = bodies;
  }

  /**
   * Refuses messages labelled with what the reference data does not have.
   *
   * @throws Invalid {@code unknown-category}, {@code unknown-body}
   */
  void check(List<LabelledMessage> messages) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      LabelledMessage message = messages.get(i);
      String at = "messages[" + i + "].";
      checkCategory(message.categoryCode(), at + "categoryCode", faults);
      checkCategory(message.alternativeCode(), at + "alternativeCode", faults);
      if (message.bodyCode() != null && bodies.active(message.bodyCode()).isEmpty()) {
        faults.add(new FieldError(at + "bodyCode", "unknown-body"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private void checkCategory(String code, String field, List<FieldError> faults) {
    if (code != null && categories.active(code).isEmpty()) {
      faults.add(new FieldError(field, "unknown-category"));
    }
  }

  /** What was learned; none where the lessons have no piece of text in common. */
  Optional<Model> teach(String version, List<Lesson> lessons) {
    return new Training(
            categories.ordered().stream()
                .filter(one -> categories.isActive(one) && !one.code().equals(Categories.OTHER))
                .map(Teacher::hint)
                .toList(),
            bodies.ordered().stream()
                .filter(body -> body.isActive() && !body.keywords().isEmpty())
                .map(Teacher::hint)
                .toList())
        .learn(version, lessons);
  }

  Figures examine(Model model, List<Lesson> lessons) {
    return new Examination(
            (code, confidence) ->
                categories
                    .active(code)
                    .filter(category -> category.isFiledAutomatically(confidence))
                    .isPresent())
        .of(model, lessons);
  }

  private static Hint hint(Category category) {
    String example = category.example() == null ? "" : " " + category.example();
    return hint(category.code(), category.name() + example, category.keywords());
  }

  private static Hint hint(OtherBody body) {
    return hint(body.code(), body.name(), body.keywords());
  }

  private static Hint hint(String code, String name, List<String> keywords) {
    List<String> phrases = new ArrayList<>();
    phrases.add(name);
    if (!keywords.isEmpty()) {
      phrases.add(String.join(" ", keywords));
      phrases.addAll(keywords);
    }
    return new Hint(code, phrases);
  }
}
