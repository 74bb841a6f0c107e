package org.bihuan.dispatch.organisation.leader;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One of the bodies that lead the district (四大班子) [brief]. Reference data. */
@Entity
@Table(name = "leading_body")
public class LeadingBody {

  @Id private String code;
  private String name;
  private int position;

  protected LeadingBody() {}

  /** A body in the place that the reference file gives it. */
  public static LeadingBody of(String code, String name, int position) {
    LeadingBody body = new LeadingBody();
    body.code = code;
    body.name = name;
    body.position = position;
    return body;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }
}
