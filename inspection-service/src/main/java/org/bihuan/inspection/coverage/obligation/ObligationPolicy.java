package org.bihuan.inspection.coverage.obligation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/**
 * What leaders owe each week. Every leader of the district checks its work line on the spot once a
 * week [brief: 各区级领导每周召开分管工作线调度会并实地检查]; that the first leaders too inspect once a week is [ours].
 */
@ConfigMapping(prefix = "bihuan.coverage.obligation")
public interface ObligationPolicy {

  /**
   * Codes of the work lines. Those on which an inspection has set out are known without it; one
   * that never had any is not.
   */
  Optional<Set<String>> lines();
}
