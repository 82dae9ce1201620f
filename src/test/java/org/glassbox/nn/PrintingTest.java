package org.glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.glassbox.optim.Adam;
import org.glassbox.optim.Momentum;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is printed is what a student reads first. */
class PrintingTest {
    @Test
    void a_net_reads_as_its_layers_with_their_parameters_also_where_a_layer_is_a_lambda() {
        Layer net = Sequential.of(Linear.of(64, 32), x -> x.mul(2), Dropout.of(0.5), Activation.relu(),
            Linear.of(32, 10));
        assertEquals("""
            Sequential   2,410 parameters   untrained
              0  Linear(64 → 32)           2,080
              1  lambda
              2  Dropout(0.5)
              3  ReLU
              4  Linear(32 → 10)             330""", net.toString());
    }

    @Test
    void a_trained_net_counts_its_updates() {
        Sequential net = Sequential.of(Linear.of(new double[][] {{1, 2}}, new double[] {0, 0}));
        Optimizer optimizer = Adam.of(5e-3).on(net);
        assertEquals("Adam 0.005 on 2 parameters, not stepped yet", optimizer.toString());
        Gradients gradients = net.forward(Tensor.of(new double[][] {{1}})).sum().backward();
        assertEquals("""
            Gradients of a loss of 3.000
              weight   [1, 2]       root mean square 1.000
              bias     [2]          root mean square 1.000""", gradients.toString());
        optimizer.step(gradients);
        assertEquals("Adam 0.005 on 2 parameters, 1 update", optimizer.toString());
        assertEquals("Sequential   4 parameters   1 update\n  0  Linear(1 → 2)                 4", net.toString());
        assertEquals("4 parameters\n  0.weight     [1, 2]\n  0.bias       [2]", Parameters.of(net).toString());
    }

    @Test
    void tensors_read_as_shape_and_numbers_and_long_ones_are_shortened() {
        assertEquals("Tensor []  3.500", Tensor.of(3.5).toString());
        assertEquals("Tensor [2, 3]\n      1.000     2.000    -3.000\n     0.5000  1.000e-7       NaN",
            Tensor.of(new double[][] {{1, 2, -3}, {0.5, 1e-7, Double.NaN}}).toString());
        assertEquals("Parameter w [1] double\n      2.000",
            Parameter.of("w", Tensor.of(new double[] {2})).toDouble().toString());
        assertEquals("Buffer passes [] double  0", Buffer.count("passes").toString());
        String[] lines = Tensor.data(new float[1000], 100, 10).toString().split("\n");
        assertEquals(1 + 8 + 1, lines.length, "title, eight rows, how many more");
        assertEquals("  … 92 more rows", lines[9]);
        assertEquals("  … 2 more", lines[1].substring(lines[1].indexOf("  …")));
    }

    @Test
    void settings_read_as_they_were_written() {
        assertEquals("SGD 0.1", Sgd.of(0.1).title());
        assertEquals("Momentum 0.01", Momentum.of(0.01).title());
        assertEquals("Adam 0.00001", Adam.of(1e-5).title());
        assertEquals("lambda", ((Layer) x -> x).kind());
        assertEquals("Linear(2 → 8)", Linear.of(2, 8).toString());
    }
}
