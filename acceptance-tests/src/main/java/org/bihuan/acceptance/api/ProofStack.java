package org.bihuan.acceptance.api;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;

/** The stack that a proof starts for itself, beside whatever else runs. */
public final class ProofStack {

  private ProofStack() {}

  /** The checkout, as the {@code bihuan} script names it or as it is found upwards from here. */
  public static Path root() {
    String named = System.getProperty("bihuan.root");
    return named == null ? Layout.findRoot(Path.of("").toAbsolutePath()) : Path.of(named);
  }

  /**
   * What services are to be told so that every operation can be reached: {@link DeskCategory} in
   * the reference data, and lots of ten re-checks.
   *
   * @param folder takes the reference data; is made when missing
   */
  public static Map<String, String> environment(Path root, Path folder) {
    Map<String, String> environment = new HashMap<>(DeskCategory.added(root, folder));
    environment.put("BIHUAN_SAMPLING_FEWEST", "10");
    // Each role that asks needs one of its own.
    environment.put("BIHUAN_WEBHOOKS_MOST_OF_CHANNEL", "100000");
    return environment;
  }

  /**
   * Starts an empty one in which every operation can be reached.
   *
   * @param proof names its folder, {@code .bihuan/proof-NAME}
   */
  public static Stack start(Path root, String proof) {
    Path folder = root.resolve(".bihuan/proof-" + proof);
    return Stack.startEmpty(
        new Layout(root, folder),
        Options.besideOthers()
            .withServiceEnvironment(
                environment(root, root.resolve(".bihuan/proof-" + proof + "-reference"))));
  }
}
