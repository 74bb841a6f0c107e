package org.bihuan.dispatch.reference;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the district's own reference data is. */
@ConfigMapping(prefix = "bihuan.reference")
interface ReferenceFiles {

  /** Folder with {@code units.json} and so on; the data shipped with the service when not set. */
  Optional<Path> directory();
}
