package org.bihuan.dispatch.organisation.leader;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;

/**
 * A leader of the district (区级领导) for the time in office. Of the person there is the name alone;
 * who leaves is ended, and what was led stays under that name.
 */
@Entity
public class Leader {

  @Id private UUID id;
  private String code;
  private String name;
  private String post;

  @Column(name = "body_code")
  private String bodyCode;

  @Embedded private Span span;
  @Version private long version;

  protected Leader() {}

  /** A leader from the first day in office. */
  static Leader of(String code, Details details, Span span) {
    Leader leader = new Leader();
    leader.id = UuidCreator.getTimeOrderedEpoch();
    leader.code = code;
    leader.span = span;
    leader.change(details);
    return leader;
  }

  /**
   * What can change about a leader.
   *
   * @param post what the leader is, such as 副区长
   * @param bodyCode leading body that the leader belongs to
   */
  record Details(String name, String post, String bodyCode) {}

  void change(Details details) {
    name = details.name();
    post = details.post();
    bodyCode = details.bodyCode();
  }

  Details details() {
    return new Details(name, post, bodyCode);
  }

  void end(Ending ending, Actor by, Instant at) {
    span = span.ended(ending, by, at);
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

  public String post() {
    return post;
  }

  public String bodyCode() {
    return bodyCode;
  }

  public Span span() {
    return span;
  }

  public long version() {
    return version;
  }
}
