package org.bihuan.intake.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.intake.rewriting.BlurredArea;

/**
 * What is shown of a photo instead of the original since somebody blurred faces or plates in it
 * (打码): a rendition with files of its own.
 */
@Embeddable
public class Blurring {

  @Column(name = "blurred_sha256")
  private String sha256;

  @Column(name = "blurred_thumbnail_sha256")
  private String thumbnailSha256;

  @Column(name = "blurred_areas")
  private int[] areas;

  @Column(name = "blurred_at")
  private Instant at;

  @Column(name = "blurred_by_role")
  private String byRole;

  @Column(name = "blurred_by_unit")
  private String byUnit;

  @Column(name = "blurred_by_subject")
  private String bySubject;

  protected Blurring() {}

  static Blurring of(
      String sha256, String thumbnailSha256, List<BlurredArea> areas, Actor by, Instant now) {
    Blurring blurring = new Blurring();
    blurring.sha256 = sha256;
    blurring.thumbnailSha256 = thumbnailSha256;
    blurring.areas = BlurredArea.numbers(areas);
    blurring.at = now;
    blurring.byRole = by.role();
    blurring.byUnit = by.unitCode();
    blurring.bySubject = by.subject();
    return blurring;
  }

  /** Of the rendition. */
  public String sha256() {
    return sha256;
  }

  /** Of its small picture. */
  String thumbnailSha256() {
    return thumbnailSha256;
  }

  /** What of the original is blurred in it. */
  public List<BlurredArea> areas() {
    return BlurredArea.ofNumbers(areas);
  }

  public Instant at() {
    return at;
  }

  /** Who did it, by login. */
  public Actor by() {
    return new Actor(byRole, byUnit, bySubject);
  }
}
