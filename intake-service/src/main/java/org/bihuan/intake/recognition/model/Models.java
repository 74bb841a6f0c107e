package org.bihuan.intake.recognition.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.bihuan.intake.recognition.learning.Model;
import org.bihuan.intake.recognition.learning.ModelFile;
import org.bihuan.intake.reference.ReferenceData;
import org.jboss.logging.Logger;

/**
 * The model in force: the one that was trained here, else the one shipped with the reference data.
 * Every replica looks a few times a minute which that is.
 */
@ApplicationScoped
public class Models implements PanacheRepositoryBase<ModelVersion, String> {

  /** What stands in place of a version where no model is in force. */
  public static final String KEYWORDS = "keywords";

  private static final String SHIPPED = "recognition-model.gz";
  private static final Logger LOG = Logger.getLogger(Models.class);

  private final ReferenceData reference;
  private volatile Model shipped;
  private volatile Model inForce;

  Models(ReferenceData reference) {
    this.reference = reference;
  }

  void start(@Observes StartupEvent start) {
    shipped = readShipped();
    inForce = shipped;
    follow();
  }

  private Model readShipped() {
    try (InputStream stream = reference.open(SHIPPED).orElse(null)) {
      return stream == null ? null : ModelFile.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Scheduled(
      every = "10s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void follow() {
    QuarkusTransaction.requiringNew().run(this::takeOver);
  }

  private void takeOver() {
    String version =
        getEntityManager()
            .createQuery("select m.version from ModelVersion m where m.inForce", String.class)
            .getResultStream()
            .findFirst()
            .orElse(null);
    if (version == null) {
      inForce = shipped;
    } else if (inForce == null || !version.equals(inForce.version())) {
      inForce = findById(version).model();
      LOG.infof("Recognition follows the model %s from now on", version);
    }
  }

  /** The model by which messages are recognised; none means keywords. */
  public Optional<Model> inForce() {
    return Optional.ofNullable(inForce);
  }

  List<ModelVersion> newestFirst() {
    return list("order by trainedAt desc, version desc");
  }

  /** The one shipped with the reference data, when this is its version. */
  Optional<Model> shippedCalled(String version) {
    return Optional.ofNullable(shipped).filter(model -> model.version().equals(version));
  }

  /** Whatever was trained here is no longer in force; the shipped one is. */
  void putShippedInForce() {
    list("inForce").forEach(ModelVersion::retire);
  }

  /** Puts a version in force in place of the one before; replicas follow within seconds. */
  void putInForce(ModelVersion version) {
    list("inForce").forEach(ModelVersion::retire);
    flush();
    version.putInForce();
  }
}
