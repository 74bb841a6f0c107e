package org.bihuan.inspection.sampling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

/** What a sample has to tell. A change holds for lots that are opened from then on. */
@ConfigMapping(prefix = "bihuan.sampling")
public interface SamplingConfig {

  /** Smallest lot; fewer are visited one by one. */
  @WithDefault("50")
  @Min(10)
  int fewest();

  /** Half the width of the interval of the pass rate, at the most. */
  @WithDefault("0.1")
  @DecimalMin("0.01")
  @DecimalMax("0.5")
  double error();

  /** Confidence of that interval. */
  @WithDefault("0.95")
  @DecimalMin("0.5")
  @DecimalMax("0.999")
  double confidence();

  /** Share of unfixed problems from which on a lot is bad. */
  @WithDefault("0.1")
  @DecimalMin("0.01")
  @DecimalMax("0.5")
  double tolerable();

  /** Greatest probability to accept a bad lot; half of it while tightened. */
  @WithDefault("0.05")
  @DecimalMin("0.001")
  @DecimalMax("0.2")
  double risk();
}
