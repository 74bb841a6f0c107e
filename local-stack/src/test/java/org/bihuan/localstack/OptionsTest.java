package org.bihuan.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bihuan.localstack.layout.StackFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 4})
  void a_number_of_brokers_that_is_neither_one_nor_a_cluster_is_refused(int number) {
    Options options = Options.besideOthers();
    assertEquals(
        "--brokers is 1 or 3, not " + number + ".",
        assertThrows(StackFailure.class, () -> options.withBrokers(number)).getMessage());
  }
}
