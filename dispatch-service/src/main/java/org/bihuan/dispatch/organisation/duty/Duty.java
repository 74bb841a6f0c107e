package org.bihuan.dispatch.organisation.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.organisation.leader.Leader;
import org.bihuan.dispatch.organisation.leader.LeadingBody;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;

/**
 * What a leader or a leading body is charged with for a span of days. It bears the name of its
 * holder; once it is over, the name of then.
 */
@Entity
public class Duty {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private DutyKind kind;

  @Column(name = "leader_code")
  private String leaderCode;

  @Column(name = "leader_name")
  private String leaderName;

  @Column(name = "leader_post")
  private String leaderPost;

  @Column(name = "body_code")
  private String bodyCode;

  @Column(name = "body_name")
  private String bodyName;

  private Integer seat;

  @Column(name = "line_code")
  private String lineCode;

  @Column(name = "group_code")
  private String groupCode;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Embedded private Span span;
  @Version private long version;

  protected Duty() {}

  /**
   * What a duty is about.
   *
   * @param seat 1 or 2 for a head of the leading group, else {@code null}
   * @param lineCode work line, or {@code null}
   * @param groupCode frontline group, or {@code null}
   * @param subdistrictCode area, or {@code null}
   */
  record Charge(
      DutyKind kind, Integer seat, String lineCode, String groupCode, String subdistrictCode) {}

  static Duty of(Leader leader, Charge charge, Span span) {
    Duty duty = new Duty(charge, span);
    duty.leaderCode = leader.code();
    duty.follow(leader);
    return duty;
  }

  static Duty of(LeadingBody body, Charge charge, Span span) {
    Duty duty = new Duty(charge, span);
    duty.bodyCode = body.code();
    duty.bodyName = body.name();
    return duty;
  }

  private Duty(Charge charge, Span span) {
    this.id = UuidCreator.getTimeOrderedEpoch();
    this.kind = charge.kind();
    this.seat = charge.seat();
    this.lineCode = charge.lineCode();
    this.groupCode = charge.groupCode();
    this.subdistrictCode = charge.subdistrictCode();
    this.span = span;
  }

  /** Bears the present name and post of its holder. */
  void follow(Leader leader) {
    leaderName = leader.name();
    leaderPost = leader.post();
  }

  void end(Ending ending, Actor by, Instant at) {
    span = span.ended(ending, by, at);
  }

  public UUID id() {
    return id;
  }

  public DutyKind kind() {
    return kind;
  }

  public String leaderCode() {
    return leaderCode;
  }

  public String leaderName() {
    return leaderName;
  }

  public String leaderPost() {
    return leaderPost;
  }

  public String bodyCode() {
    return bodyCode;
  }

  public String bodyName() {
    return bodyName;
  }

  public Integer seat() {
    return seat;
  }

  public String lineCode() {
    return lineCode;
  }

  public String groupCode() {
    return groupCode;
  }

  public String subdistrictCode() {
    return subdistrictCode;
  }

  public Span span() {
    return span;
  }

  public long version() {
    return version;
  }
}
