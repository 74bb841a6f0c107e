package org.bihuan.dispatch.district;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A work line (工作线), each with a district leader in charge [brief]. Reference data. */
@Entity
@Table(name = "work_line")
public class WorkLine {

  @Id private String code;
  private String name;
  private int position;

  protected WorkLine() {}

  /** A line in the place the reference file gives it. */
  public static WorkLine of(String code, String name, int position) {
    WorkLine line = new WorkLine();
    line.code = code;
    line.name = name;
    line.position = position;
    return line;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }
}
