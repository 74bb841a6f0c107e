package org.bihuan.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Secrets;
import org.bihuan.localstack.layout.Layout;

/**
 * The real PostgreSQL and broker of this module's tests. It stands here and not in local-stack,
 * since Quarkus loads the classes of a test resource by the class loader of the tests.
 */
public class IntakeStack implements QuarkusTestResourceLifecycleManager {

  private final StackResource stack = new StackResource();

  @Override
  public Map<String, String> start() {
    stack.init(Map.of(StackResource.DATABASE, "intake"));
    Map<String, String> settings = new HashMap<>(stack.start());
    settings.put("bihuan.ledger.signing-key", new Secrets(Layout.ofTests()).ledgerSigningKey());
    settings.put(
        "bihuan.attachments.directory",
        Layout.ofTests().directory().resolve("attachments").toString());
    return settings;
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
