package org.bihuan.kit.paging;

import java.util.Optional;

/** Codes of reference data, such as those of units, that a filter can name. */
public interface CodeList {

  /**
   * The code that {@code text} names: itself, or what an alias of it stands for. Codes that are no
   * longer in use count too, since old records bear them.
   *
   * @return nothing when there is no such code
   */
  Optional<String> codeOf(String text);

  /** Code of the fault when there is none, e.g. {@code unknown-unit}. */
  String fault();
}
