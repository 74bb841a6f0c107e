package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

  @Test
  void to_see_whether_one_can_be_made_leaves_nothing_behind() throws IOException {
    List<Path> before = remains();

    Disk.obstacle();

    assertEquals(before, remains());
    assertEquals(List.of(), mountedBelow("/bihuan-disk"));
  }

  @Test
  void a_full_disk_takes_nothing_until_it_is_freed_and_is_gone_when_closed(@TempDir Path folder)
      throws IOException {
    assumeTrue(Disk.obstacle().isEmpty(), "a disk can be made here");
    Path place = folder.resolve("data");
    byte[] words = new byte[100_000];
    try (Disk disk = new Disk(place, "8M")) {
      disk.mount();
      disk.fill();
      assertThrows(IOException.class, () -> Files.write(place.resolve("refused"), words));
      disk.free();
      Files.write(place.resolve("taken"), words);
    }
    assertEquals(List.of(), mountedBelow(folder.toString()));
  }

  private static List<Path> remains() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(one -> one.getFileName().toString().startsWith("bihuan-disk"))
          .sorted()
          .toList();
    }
  }

  private static List<String> mountedBelow(String place) throws IOException {
    return Files.readAllLines(Path.of("/proc/mounts")).stream()
        .filter(line -> line.contains(place))
        .toList();
  }
}
