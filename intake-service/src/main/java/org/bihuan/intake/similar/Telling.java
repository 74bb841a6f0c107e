package org.bihuan.intake.similar;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Place;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Headline;

/**
 * What somebody tells, to look for problems that say the same.
 *
 * @param categoryCode or {@code null} when nobody knows
 * @param at when it was told
 * @param ownProblemId a problem that is not meant, or {@code null}
 */
public record Telling(
    String headline, String text, Place place, String categoryCode, Instant at, UUID ownProblemId) {

  /**
   * What somebody is about to send.
   *
   * @param subject or {@code null}; then the beginning of the text is the headline
   */
  public static Telling of(
      String subject, String text, Place place, String categoryCode, Instant at) {
    return new Telling(Headline.of(subject, text), text, place, categoryCode, at, null);
  }

  static Telling of(Complaint complaint) {
    return new Telling(
        Headline.of(complaint.subject(), complaint.text()),
        complaint.text(),
        complaint.site().place(),
        complaint.categoryCode(),
        complaint.receivedAt(),
        complaint.problem().map(own -> own.id()).orElse(null));
  }

  Wording wording() {
    return Wording.of(headline, text, place, categoryCode, at);
  }
}
