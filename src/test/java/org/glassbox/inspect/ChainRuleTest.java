package org.glassbox.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.Digits;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;

class ChainRuleTest {
    private static final double CLOSE = 2e-6;

    private static Map<String, double[]> numbers(ChainRule chain) {
        Map<String, double[]> numbers = new HashMap<>();
        for (Row row : chain.values()) {
            numbers.put(row.getString("name"), new double[] {row.getDouble("value"), row.getDouble("gradient")});
        }
        return numbers;
    }

    private static void same(double value, double gradient, double[] found, String name) {
        assertEquals(value, found[0], CLOSE, name);
        assertEquals(gradient, found[1], CLOSE, "gradient of " + name);
    }

    @Test
    void every_number_of_the_tiny_net_is_what_plain_java_computes() {
        double z1 = 1 * 0.5 + 0 * 0.2 + 0.1;
        double z2 = 1 * -0.4 + 0 * 0.8 - 0.2;
        double h1 = 1 / (1 + Math.exp(-z1));
        double h2 = 1 / (1 + Math.exp(-z2));
        double o = h1 * 0.6 + h2 * -0.9 + 0.2;
        double p = 1 / (1 + Math.exp(-o));
        double dp = -1 / p;
        double dO = p * (1 - p) * dp;
        double dz1 = h1 * (1 - h1) * 0.6 * dO;
        double dz2 = h2 * (1 - h2) * -0.9 * dO;
        Map<String, double[]> found = numbers(TinyNet.chain(1));
        assertEquals(18, found.size());
        same(1, 0.5 * dz1 - 0.4 * dz2, found.get("x1"), "x1");
        same(0, 0.2 * dz1 + 0.8 * dz2, found.get("x2"), "x2");
        same(0.5, dz1, found.get("w11"), "w11");
        same(-0.4, dz2, found.get("w12"), "w12");
        same(0.2, 0, found.get("w21"), "w21");
        same(0.8, 0, found.get("w22"), "w22");
        same(0.1, dz1, found.get("b1"), "b1");
        same(-0.2, dz2, found.get("b2"), "b2");
        same(z1, dz1, found.get("z1"), "z1");
        same(z2, dz2, found.get("z2"), "z2");
        same(h1, 0.6 * dO, found.get("h1"), "h1");
        same(h2, -0.9 * dO, found.get("h2"), "h2");
        same(0.6, h1 * dO, found.get("v1"), "v1");
        same(-0.9, h2 * dO, found.get("v2"), "v2");
        same(0.2, dO, found.get("c"), "c");
        same(o, dO, found.get("o"), "o");
        same(p, dp, found.get("p"), "p");
        same(-Math.log(p), 1, found.get("L"), "L");
        assertEquals(p - 1, dO, 1e-12);
    }

    @Test
    void the_listing_of_the_tiny_net_reads_so() {
        assertEquals(
            """
                How much does w11 matter?
                A little, and more of it helps: ∂L/∂w11 = −0.0595. Raising w11 by 0.001 lowers the loss by 0.0000595.
                The error reaches every weight whose input is not 0; the smallest factor on this path is 0.229 (σ′ at h1).

                   step      local derivative            × from the right  = passed on
                1  L ← p     −1/p              = −1.765  × 1               = −1.765
                2  p ← o     p (1 − p)         = 0.2455  × −1.765          = −0.4333    = p − target: the fractions cancel
                3  o ← h1    v1                = 0.6000  × −0.4333         = −0.2600
                4  h1 ← z1   h1 (1 − h1)       = 0.2288  × −0.2600         = −0.0595    smallest factor on this path
                5  z1 ← w11  x1                = 1.000   × −0.0595         = −0.0595    w11 + 0.001: loss − 0.0000595 ✓
                   w11 ← 0.500 − 0.5 × (−0.0595) = 0.530   one update, rate 0.5

                Two ways meet at x1: via h1 −0.0297 + via h2 −0.0357 = −0.0654.
                w21, w22: exactly 0, because x2 is 0.
                One update of all weights and biases, rate 0.5: loss 0.568 → 0.427, predicted −0.156, got −0.141.
                one sample x = (1, 0), target 1 · binary cross-entropy · biases 0.1, −0.2 and 0.2 are not drawn · rounded: a calculator may differ by 1 in the last digit""",
            TinyNet.chain(1).toString());
    }

    /** All lines of all questions of some nets, from the digits that are written. */
    @Test
    void a_calculator_repeats_each_line_to_within_1_in_the_last_digit() {
        Seed.use(3);
        List<ChainRule> chains = new ArrayList<>(List.of(TinyNet.chain(1), TinyNet.chain(0), TinyNet.chain(0.3)));
        Layer net = Sequential.of(Linear.of(3, 3), Activation.tanh(), Linear.of(3, 2));
        chains.add(ChainRule.of(net, Loss.crossEntropy(), Tensor.of(new double[][] {{1, 0.5, -2}}),
            Tensor.of(new double[] {1})));
        int lines = 0;
        for (ChainRule chain : chains) {
            for (String name : chain.values().stringColumn("name")) {
                for (Row step : chain.path(name).steps()) {
                    List<String> line = Digits.product(step.getDouble("local"), step.getDouble("from_the_right"));
                    BigDecimal shown = number(line.get(2));
                    BigDecimal off = number(line.get(0)).multiply(number(line.get(1))).subtract(shown).abs();
                    assertTrue(off.compareTo(shown.ulp()) <= 0, name + ": " + line);
                    lines++;
                }
            }
        }
        assertTrue(lines > 300, "" + lines);
    }

    private static BigDecimal number(String text) { return new BigDecimal(text.replace('−', '-')); }

    @Test
    void all_gradients_are_those_of_backward() {
        Seed.use(5);
        Layer net = Sequential.of(Linear.of(3, 3), Activation.tanh(), Linear.of(3, 2));
        Tensor x = Tensor.of(new double[][] {{1, 0.5, -2}});
        Tensor loss = Loss.crossEntropy().of(net.forward(x), Tensor.of(new double[] {1}));
        Gradients gradients = loss.backward();
        Map<String, double[]> found = numbers(ChainRule.of(loss));
        double[] weight = gradients.of(Parameters.of(net).byPath().get("0.weight")).toDoubles();
        double[] last = gradients.of(Parameters.of(net).byPath().get("2.weight")).toDoubles();
        for (int i = 0; i < 9; i++) {
            assertEquals(weight[i], found.get("w" + (1 + i / 3) + (1 + i % 3))[1], CLOSE);
        }
        for (int i = 0; i < 6; i++) {
            assertEquals(last[i], found.get("v" + (1 + i / 2) + (1 + i % 2))[1], CLOSE);
        }
        assertEquals(loss.item(), found.get("L")[0], CLOSE);
        assertEquals(found.get("p2")[0] - 1, found.get("o2")[1], CLOSE);
    }

    @Test
    void where_ways_meet_their_parts_add_up_to_the_gradient() {
        for (ChainRule chain : List.of(TinyNet.chain(1), TinyNet.chain(0.3))) {
            Map<String, Double> sums = new HashMap<>();
            for (Row way : chain.ways()) {
                sums.merge(way.getString("from"), way.getDouble("passed"), Double::sum);
            }
            Map<String, double[]> found = numbers(chain);
            sums.forEach((name, sum) -> assertEquals(found.get(name)[1], sum, 1e-12, name));
        }
        assertTrue(TinyNet.chain(1).path("x1").toString().contains("2 ways meet here: −0.0654"));
    }

    @Test
    void a_closed_relu_says_that_the_way_ends_there() {
        Layer net = Sequential.of(Linear.of(new double[][] {{0.5, -0.4}, {0.2, 0.8}}, new double[] {0.1, 0.09}),
            Activation.relu(),
            Linear.of(new double[][] {{0.6}, {-0.9}}, new double[] {0.2}));
        ChainRule chain = ChainRule.of(net, Loss.binaryCrossEntropy(), Tensor.of(new double[][] {{1, 0}}),
            Tensor.of(new double[] {1}));
        assertTrue(chain.toString()
            .contains("w12, w22, b2: exactly 0, because the way through h2 ends there: ReLU got −0.310, its slope "
                + "is 0."),
            chain.toString());
        assertTrue(chain.path("w12").toString().contains("Not at all: ∂L/∂w12 is exactly 0"));
        assertEquals(0, numbers(chain).get("z2")[1]);
    }

    @Test
    void a_squared_error_is_taken_apart_into_distance_square_and_mean() {
        Layer net = Sequential.of(Linear.of(new double[][] {{0.5, -0.4}}, new double[] {0.1, -0.2}));
        ChainRule chain = ChainRule.of(net, Loss.meanSquaredError(), Tensor.of(new double[][] {{2}}),
            Tensor.of(new double[][] {{1, 3}}));
        Map<String, double[]> found = numbers(chain);
        same(0.1, 0.1, found.get("d1"), "d1");                                   // o1 = 1.1, target 1: 2 · 0.1 ÷ 2
        same(-4, -4, found.get("d2"), "d2");
        same((0.01 + 16) / 2, 1, found.get("L"), "L");
        assertTrue(chain.toString().contains("mean squared error"));
    }

    @Test
    void a_flat_sigmoid_before_a_squared_error_is_named() {
        Layer net = Sequential.of(Linear.of(new double[][] {{4}}, new double[] {4}), Activation.sigmoid());
        Tensor x = Tensor.of(new double[][] {{1}});
        String wrong = ChainRule.of(net, Loss.meanSquaredError(), x, Tensor.of(new double[][] {{0}})).toString();
        assertTrue(
            wrong.contains("Sure and wrong: p = 0.9997, target 0; the squared error is multiplied by σ′ = 0.000335"),
            wrong);
        assertFalse(
            ChainRule.of(net, Loss.meanSquaredError(), x, Tensor.of(new double[][] {{1}})).toString().contains("Sure"));
    }

    @Test
    void a_sum_of_squares_names_its_numbers_and_their_derivatives() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        ChainRule chain = ChainRule.of(x.mul(x).sum());
        Map<String, double[]> found = numbers(chain);
        assertEquals(9, found.size());
        same(3, 6, found.get("x21"), "x21");
        same(30, 1, found.get("y"), "y");
        assertTrue(chain.path("x22").toString().contains("2 x22"));
    }

    @Test
    void broadcast_reshaped_and_hand_written_operations_are_taken_apart_too() {
        Tensor a = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("a");
        Tensor b = Tensor.of(new double[] {5, 7}).named("b");
        Tensor cube = Tensor.op("cube", b.mul(b).mul(b), Tensor.wrt(b, dy -> dy.mul(b).mul(b).mul(3)));
        ChainRule chain = ChainRule.of(a.mul(cube).transpose().reshape(4).slice(0, 1, 4).sum());
        Map<String, double[]> found = numbers(chain);
        assertEquals(0, chain.curve().rowCount());                              // nobody knows how to compute «cube» again
        assertEquals(125, found.get("a21")[1], CLOSE);
        assertFalse(found.containsKey("a11"));                                  // was sliced away
        assertEquals(3 * 25 * 3, found.get("b1")[1], CLOSE);
        assertEquals((2 + 4) * 3 * 49, found.get("b2")[1], CLOSE);
    }

    @Test
    void computed_again_the_result_is_the_same_and_follows_what_is_changed() {
        Tensor a = Tensor.of(0.3).named("a");
        Tensor b = Tensor.of(0.8).named("b");
        Tensor result = a.exp().add(b.log()).div(b.sigmoid()).sub(a.mul(b).tanh()).mul(2).add(1).sub(a.max()).relu();
        Scalars scalars = Expansion.of(result);
        Again again = new Again(scalars);
        assertTrue(again.isPossible());
        assertEquals(result.item(), again.with(Map.of()), CLOSE);
        Scalar first = scalars.all().stream().filter(each -> each.tensor() == a).findFirst().orElseThrow();
        Tensor moved = Tensor.of(0.5);
        Tensor expected = moved.exp().add(b.log()).div(b.sigmoid()).sub(moved.mul(b).tanh()).mul(2).add(1)
            .sub(moved.max()).relu();
        assertEquals(expected.item(), again.with(first, 0.5), CLOSE);
    }

    @Test
    void a_sure_net_whose_opened_loss_would_be_infinite_keeps_the_fused_one() {
        Layer net = Sequential.of(Linear.of(new double[][] {{40}}, new double[] {0}));
        ChainRule chain = ChainRule.of(net, Loss.binaryCrossEntropy(), Tensor.of(new double[][] {{1}}),
            Tensor.of(new double[] {0}));
        Map<String, double[]> found = numbers(chain);
        same(40, 1, found.get("L"), "L");
    }

    @Test
    void looking_moves_nothing() {
        Layer net = TinyNet.net();
        Map<String, double[]> before = new HashMap<>();
        Parameters.of(net).byPath().forEach((path, parameter) -> before.put(path, parameter.toDoubles()));
        ChainRule chain = ChainRule.of(net, Loss.binaryCrossEntropy(), Tensor.of(new double[][] {{1, 0}}),
            Tensor.of(new double[] {1}));
        assertFalse(chain.toString().isEmpty());
        Parameters.of(net).byPath().forEach((path, parameter) -> {
            assertArrayEquals(before.get(path), parameter.toDoubles());
            assertEquals(0, parameter.updates());
        });
    }

    @Test
    void who_asks_for_an_unknown_name_is_told_the_names() {
        String message = assertThrows(GlassboxException.class, () -> TinyNet.chain(1).path("w13")).getMessage();
        assertTrue(message.contains("nothing here is called «w13»") && message.contains("w12, w21"), message);
        assertThrows(GlassboxException.class, () -> ChainRule.of(Tensor.of(new double[] {1, 2})));
        assertThrows(GlassboxException.class, () -> ChainRule.of(Tensor.of(2).toData()));
    }

    @Test
    void where_32_bits_are_too_few_the_listing_says_so() {
        Tensor a = Tensor.of(2.0).named("a");
        Tensor b = Tensor.of(3.0).named("b");
        String text = ChainRule.of(a.mul(b).add(a.exp()).sigmoid().log()).toString();
        assertTrue(text.contains("off by 32-bit rounding"), text);
        assertTrue(text.contains("a calculator differs in more than the last digit"), text);
    }
}
