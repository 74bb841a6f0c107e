package org.bihuan.kit.refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request is sound, but not in the present state of things. */
public class Conflict extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> extensions = new LinkedHashMap<>();
  private transient List<FieldError> faults = List.of();

  public Conflict(String code, Object... arguments) {
    super(409, code, arguments);
  }

  /**
   * Adds a member to the problem that a program can act on.
   *
   * @param name camelCase, part of the contract like the code
   */
  public Conflict with(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  /** Names each part of the record that stands against it, as {@code errors} of the problem. */
  public Conflict withFaults(List<FieldError> found) {
    faults = List.copyOf(found);
    return this;
  }

  /** What stands against it, part by part; mostly nothing but the whole. */
  public List<FieldError> faults() {
    return faults;
  }

  /** Members of the problem besides its words, by name. */
  public Map<String, Object> extensions() {
    return Map.copyOf(extensions);
  }
}
