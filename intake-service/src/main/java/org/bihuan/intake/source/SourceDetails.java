package org.bihuan.intake.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.kit.time.Week;

/**
 * What a source from above (督办依据) has said where: the exposure, the covert check, the meeting, the
 * weekly key task or the leader's visit. Which fields belong to which kind of source, {@link
 * SourcePolicy} says.
 *
 * @param reference number of the paper, or round of the covert check, at most 100 characters
 * @param title name of the meeting, the task or the report, at most 200 characters
 * @param heldOn day of the check, the meeting or the visit
 * @param outlet the medium that exposed it, at most 100 characters
 * @param publishedOn day of the exposure
 * @param link where the exposure can be read, http or https, at most 500 characters; shown and
 *     never fetched
 * @param week week of the key task, {@code yyyy-Www}
 * @param dueOn last day for the key task
 */
@Embeddable
public record SourceDetails(
    @FreeText @Size(max = LONGEST_NAME) @Column(name = "source_reference") String reference,
    @FreeText @Size(max = LONGEST_TITLE) @Column(name = "source_title") String title,
    @Column(name = "source_held_on") LocalDate heldOn,
    @FreeText @Size(max = LONGEST_NAME) @Column(name = "source_outlet") String outlet,
    @Column(name = "source_published_on") LocalDate publishedOn,
    @Size(max = 500) @Pattern(regexp = LINK) @Column(name = "source_link") String link,
    @Pattern(regexp = Week.FORM) @Column(name = "source_week") String week,
    @Column(name = "source_due_on") LocalDate dueOn) {

  /** An address that people can open. */
  static final String LINK = "^https?://[^\\s<>\"]+$";

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TITLE = 200;

  /**
   * The same with other words, as where the reporter's name is taken out of them. The link is an
   * address and nobody's words: masked it would lead nowhere.
   */
  public SourceDetails with(UnaryOperator<String> words) {
    return new SourceDetails(
        Masking.cut(words.apply(reference), LONGEST_NAME),
        Masking.cut(words.apply(title), LONGEST_TITLE),
        heldOn,
        Masking.cut(words.apply(outlet), LONGEST_NAME),
        publishedOn,
        link,
        week,
        dueOn);
  }
}
