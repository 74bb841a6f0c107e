package org.bihuan.acceptance.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;

/** Options of a virtual machine that {@link Sabotage} works in. */
public final class SabotageAgent {

  private SabotageAgent() {}

  /** Options for services of which no role is checked. */
  public static List<String> withoutRoles() throws IOException {
    return options(Sabotage.Target.ROLES);
  }

  static List<String> options(Sabotage.Target... targets) throws IOException {
    String names = Stream.of(targets).map(Enum::name).collect(Collectors.joining("+"));
    return List.of("-Xmx256m", "-javaagent:" + jar().toAbsolutePath() + "=" + names);
  }

  /** Our classes alone; the library lies beside them, where Maven has it. */
  private static Path jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Sabotage.class.getName());
    attributes.putValue("Class-Path", placeOf(AgentBuilder.class).toUri().toString());
    Path jar = Path.of("target/sabotage.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type : classes()) {
        String file = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
  }

  private static List<Class<?>> classes() {
    List<Class<?>> classes = new ArrayList<>(List.of(Sabotage.class.getDeclaredClasses()));
    classes.add(Sabotage.class);
    return classes;
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a library without a file", e);
    }
  }
}
