package org.bihuan.dispatch.campaign;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.kit.refusal.Conflict;

/**
 * A campaign (攻坚行动): problems of some categories that are to be solved in a span of days, counted
 * against a target, with a list of points to be looked at one by one. It is closed, never deleted.
 */
@Entity
public class Campaign {

  @Id private UUID id;
  private String code;
  private String name;

  @Column(name = "mechanism_code")
  private String mechanismCode;

  @Column(name = "category_codes")
  private List<String> categoryCodes;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private int target;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by_subject")
  private String openedBySubject;

  private String conclusion;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closed_by_subject")
  private String closedBySubject;

  @Version private long version;

  protected Campaign() {}

  /**
   * What is decided about a campaign.
   *
   * @param mechanismCode {@code null} when it goes across several
   * @param lastDay not before the first
   */
  record Terms(
      String name,
      String mechanismCode,
      List<String> categoryCodes,
      LocalDate firstDay,
      LocalDate lastDay,
      int target) {}

  static Campaign of(String code, Terms terms, Instant at, Actor by) {
    Campaign campaign = new Campaign();
    campaign.id = UuidCreator.getTimeOrderedEpoch();
    campaign.code = code;
    campaign.openedAt = at;
    campaign.openedBySubject = by.subject();
    campaign.take(terms);
    return campaign;
  }

  /**
   * @throws Conflict {@code campaign-closed}
   */
  void change(Terms terms) {
    requireOpen();
    take(terms);
  }

  private void take(Terms terms) {
    name = terms.name();
    mechanismCode = terms.mechanismCode();
    categoryCodes = List.copyOf(terms.categoryCodes());
    firstDay = terms.firstDay();
    lastDay = terms.lastDay();
    target = terms.target();
  }

  /**
   * Takes nothing more from now on.
   *
   * @throws Conflict {@code campaign-closed}, the second time
   */
  void close(String words, Instant at, Actor by) {
    requireOpen();
    conclusion = words;
    closedAt = at;
    closedBySubject = by.subject();
  }

  /**
   * @throws Conflict {@code campaign-closed}
   */
  public void requireOpen() {
    if (closedAt != null) {
      throw new Conflict("campaign-closed", code).with("closedAt", closedAt);
    }
  }

  /** Whether problems of this category are its business. */
  public boolean isAbout(String categoryCode) {
    return categoryCodes.contains(categoryCode);
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  /** {@code null} when it goes across several. */
  public String mechanismCode() {
    return mechanismCode;
  }

  public List<String> categoryCodes() {
    return List.copyOf(categoryCodes);
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  /** It belongs to the campaign. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** How many problems are to be solved. */
  public int target() {
    return target;
  }

  public CampaignStatus status() {
    return closedAt == null ? CampaignStatus.OPEN : CampaignStatus.CLOSED;
  }

  /** What was said at its end, or {@code null}. */
  public String conclusion() {
    return conclusion;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public long version() {
    return version;
  }
}
