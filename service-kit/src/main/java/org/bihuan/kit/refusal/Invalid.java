package org.bihuan.kit.refusal;

import java.util.List;

/** The input is wrong; the faults are named all at once, though no more than 100 of them. */
public final class Invalid extends Refusal {

  private static final int MOST_NAMED = 100;

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> faults;

  public Invalid(List<FieldError> faults) {
    super(400, "invalid-request", faults.size());
    this.faults = faults.stream().limit(MOST_NAMED).toList();
  }

  public Invalid(String field, String code, Object... arguments) {
    this(List.of(new FieldError(field, code, arguments)));
  }

  public List<FieldError> faults() {
    return faults;
  }
}
