package org.bihuan.kit.refusal;

import java.util.List;

/** The input is wrong; all faults are named at once. */
public final class Invalid extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public Invalid(List<Fault> faults) {
    super(400, "invalid-request", faults.size());
    this.faults = List.copyOf(faults);
  }

  public Invalid(String field, String code, Object... arguments) {
    this(List.of(new Fault(field, code, arguments)));
  }

  public List<Fault> faults() {
    return faults;
  }
}
