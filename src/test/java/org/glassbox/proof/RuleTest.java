package org.glassbox.proof;

import static org.glassbox.proof.PyTorchTest.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.nn.Layer;
import org.glassbox.optim.Adagrad;
import org.glassbox.optim.Adam;
import org.glassbox.optim.AdamW;
import org.glassbox.optim.Clipping;
import org.glassbox.optim.Momentum;
import org.glassbox.optim.Nesterov;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.RMSProp;
import org.glassbox.optim.Recipe;
import org.glassbox.optim.Rule;
import org.glassbox.optim.Schedule;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules, their options, and schedules against PyTorch's numbers: see {@link PyTorchTest}. */
class RuleTest {
    private static final double[] LOSSES = {3, 2, 2, 1.9999, 2, 1.5, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6};
    private static final Tensor STEEP = Tensor.of(new double[] {0.5, 0.05, 2}).toData();
    private static final Tensor CENTER = Tensor.of(new double[] {1, -2, 0.5}).toData();

    private static final Map<String, Rule> RULES = rules();
    private static final Map<String, Rule> GROUPS = Map.of(
        "groups-decay", AdamW.of(0.1).withWeightDecay(0.3).withGroup("bi*", AdamW.of(0.1).withWeightDecay(0)),
        "groups-rate", Adam.of(0.1).withClipping(Clipping.norm(0.7))
            .withGroup("*", Sgd.of(1)).withGroup("weight", Adam.of(0.1))
            .withGroup("bias", Adam.of(0.02).withBeta1(0.5).withBeta2(0.9)));
    private static final Map<String, Schedule> SCHEDULES = schedules();
    /** How many lines of pytorch.txt are read here. */
    static final int LINES = 10 * RULES.size() + GROUPS.size() + 2 * SCHEDULES.size();

    private static Map<String, Rule> rules() {
        Map<String, Rule> all = new LinkedHashMap<>();
        Catalogue.rules().stream().filter(rule -> !(rule instanceof Recipe))
            .forEach(rule -> all.put(rule.getClass().getSimpleName(), rule));
        all.put("Momentum-decay", Momentum.of(0.1).withDecay(0.5));
        all.put("Adam-options", Adam.of(0.1).withBeta1(0.8).withBeta2(0.99).withEpsilon(1e-3));
        all.put("Nesterov-decay", Nesterov.of(0.1).withDecay(0.5));
        RMSProp slow = RMSProp.of(0.01);
        all.put("RMSProp-options", slow.withDecay(0.9).withEpsilon(1e-3));
        all.put("RMSProp-momentum", slow.withMomentum(0.9));
        all.put("RMSProp-centered", slow.withDecay(0.9).withEpsilon(1e-3).withCentering());
        all.put("RMSProp-all", slow.withDecay(0.9).withEpsilon(1e-3).withCentering().withMomentum(0.5));
        all.put("Adagrad-options", Adagrad.of(0.5).withRateDecay(0.2).withStart(0.3).withEpsilon(1e-3));
        all.put("AdamW-options",
            AdamW.of(0.1).withBeta1(0.8).withBeta2(0.99).withEpsilon(1e-3).withWeightDecay(0.3));
        for (Rule rule : Catalogue.rules()) {
            if (!(rule instanceof Recipe) && !(rule instanceof AdamW)) {
                all.put(rule.getClass().getSimpleName() + "-L2", rule.withL2(0.2));
            }
        }
        all.put("Sgd-L1", Sgd.of(0.1).withL1(0.3));
        all.put("Adam-L1-L2", Adam.of(0.1).withL1(0.3).withL2(0.2));
        all.put("Sgd-norm", Sgd.of(0.3).withClipping(Clipping.norm(0.7)));
        all.put("Sgd-value", Sgd.of(0.3).withClipping(Clipping.value(0.4)));
        all.put("Adam-norm-L2", Adam.of(0.1).withClipping(Clipping.norm(0.7)).withL2(0.2));
        return all;
    }

    private static Map<String, Schedule> schedules() {
        Map<String, Schedule> all = new LinkedHashMap<>();
        all.put("step", Schedule.step(5, 0.1));
        all.put("exponential", Schedule.exponential(0.8));
        all.put("cosine", Schedule.cosine(12));
        all.put("cosine-floor", Schedule.cosine(15).withFloor(0.2));
        all.put("one-cycle", Schedule.oneCycle(12));
        all.put("one-cycle-options", Schedule.oneCycle(12).withRise(0.5).withStart(0.1).withEnd(0.001));
        all.put("warm-up", Schedule.warmUp(5));
        all.put("warm-up-cosine", Schedule.cosine(8).withWarmUp(4));
        all.put("product", Schedule.step(5, 0.1).times(Schedule.exponential(0.8)));
        all.put("plateau", Schedule.plateau().withFactor(0.5).withPatience(2));
        return all;
    }

    private record Valley(Parameter weight) implements Layer {
        static Valley start() { return new Valley(Parameter.of("weight", Tensor.of(new double[] {0, 0, 0}))); }

        @Override
        public Tensor forward(Tensor center) {
            Tensor distance = weight.sub(center);
            return distance.mul(distance).mul(STEEP).sum();
        }
    }

    private record TwoValleys(Parameter weight, Parameter bias) implements Layer {
        @Override
        public Tensor forward(Tensor center) {
            return new Valley(weight).forward(center).add(new Valley(bias).forward(center.neg()));
        }
    }

    static Set<String> ruleNames() { return RULES.keySet(); }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void every_rule_moves_as_in_PyTorch_for_ten_steps(String name) {
        Valley valley = Valley.start();
        Optimizer optimizer = RULES.get(name).on(valley);
        for (int step = 1; step <= 10; step++) {
            optimizer.step(valley.forward(CENTER).backward());
            assertGolden(name + "." + step, valley.weight());
        }
    }

    static Set<String> groupNames() { return GROUPS.keySet(); }

    @ParameterizedTest
    @MethodSource("groupNames")
    void groups_move_by_their_own_rules(String name) {
        TwoValleys net = new TwoValleys(Parameter.of("weight", Tensor.of(new double[] {0, 0, 0})),
            Parameter.of("bias", Tensor.of(new double[] {0, 0, 0})));
        Optimizer optimizer = GROUPS.get(name).on(net);
        for (int step = 0; step < 10; step++) {
            optimizer.step(net.forward(CENTER).backward());
        }
        assertGolden(name,
            Stream.of(net.weight(), net.bias()).flatMapToDouble(w -> java.util.Arrays.stream(w.toDoubles()))
                .toArray());
    }

    static Set<String> scheduleNames() { return SCHEDULES.keySet(); }

    @ParameterizedTest
    @MethodSource("scheduleNames")
    void every_schedule_has_the_rates_and_the_weights_of_PyTorch(String name) {
        Valley valley = Valley.start();
        Optimizer optimizer = Adam.of(0.1).withSchedule(SCHEDULES.get(name)).on(valley);
        double[] rates = new double[LOSSES.length];
        for (int step = 0; step < rates.length; step++) {
            rates[step] = optimizer.rate();
            optimizer.step(valley.forward(CENTER).backward());
            optimizer.endEpoch(LOSSES[step]);
        }
        assertGolden(name + ".rates", rates);
        assertGolden(name + ".w", valley.weight());
    }

    @Test
    void every_kind_of_schedule_is_here() {
        Set<String> found = Stream.concat(Stream.of(Schedule.class.getDeclaredClasses()).map(Class::getSimpleName),
            Stream.of("OneCycle", "Plateau")).collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(List.of("Constant", "PerEpoch"));   // in ScheduleTest
        Set<String> here = SCHEDULES.values().stream().map(schedule -> schedule.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(found, here);
        assertEquals(8, found.size());
    }
}
