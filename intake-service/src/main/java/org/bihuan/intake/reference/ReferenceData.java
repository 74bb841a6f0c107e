package org.bihuan.intake.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of reference data: the district's own, or those shipped with the service. */
@ApplicationScoped
public class ReferenceData {

  private final ReferenceFiles files;

  ReferenceData(ReferenceFiles files) {
    this.files = files;
  }

  /** A file of that name, which the caller closes; none when there is no such file. */
  public Optional<InputStream> open(String file) throws IOException {
    if (files.directory().isPresent()) {
      Path own = files.directory().get().resolve(file);
      return Files.exists(own) ? Optional.of(Files.newInputStream(own)) : Optional.empty();
    }
    return Optional.ofNullable(
        Thread.currentThread().getContextClassLoader().getResourceAsStream("reference/" + file));
  }
}
