package org.glassbox.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.nn.Unflatten;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ImagesOfANetTest {
    private static final Dataset DIGITS = Datasets.digits();

    private static Sequential net() {
        Seed.use(7);
        return Sequential.of(Unflatten.of(1, 8, 8), Conv2d.of(1, 4, 3).withPadding(1), BatchNorm.of(4),
            Activation.relu(), MaxPool2d.of(2), Flatten.of(), Linear.of(64, 10));
    }

    @Test
    void filters_are_the_weights_of_the_first_convolution_in_their_places() {
        Sequential net = net();
        Table filters = Filters.of(net);
        assertEquals("1.weight [4, 1, 3, 3]", filters.name());
        assertArrayEquals(Parameters.of(net).byPath().get("1.weight").toDoubles(),
            filters.doubleColumn("value").asDoubleArray());
        assertEquals(List.of(2, 0, 1, 2), List.of(filters.intColumn("filter").get(23),
            filters.intColumn("channel").get(23), filters.intColumn("row").get(23),
            filters.intColumn("column").get(23)));
    }

    @Test
    void maps_are_the_image_and_what_each_layer_makes_of_it() {
        Sequential net = net();
        Table maps = FeatureMaps.of(net, DIGITS, 3);
        assertEquals("digits, row 3: 3", maps.name());
        assertEquals(List.of("image", "1 Conv2d", "2 BatchNorm", "3 ReLU", "4 MaxPool2d"),
            maps.stringColumn("place").asList().stream().distinct().toList());
        Tensor image = DIGITS.sample(3).x();
        Layer conv = net.layers().get(1);
        assertArrayEquals(conv.predict(image.reshape(1, 1, 8, 8)).toDoubles(),
            maps.where(maps.stringColumn("place").isEqualTo("1 Conv2d")).doubleColumn("value").asDoubleArray());
        Table pooled = maps.where(maps.stringColumn("place").isEqualTo("4 MaxPool2d"));
        assertEquals(4 * 4 * 4, pooled.rowCount());
        assertEquals(List.of(3.0, 3.0, 3.0),
            List.of(pooled.intColumn("map").max(), pooled.intColumn("row").max(), pooled.intColumn("column").max()));
    }

    @Test
    void a_net_without_convolution_and_rows_that_are_no_images_are_refused_with_the_mend() {
        Layer plain = Sequential.of(Linear.of(64, 10));
        assertEquals("Filters: the net has no convolution",
            assertThrows(GlassboxException.class, () -> Filters.of(plain)).getMessage().lines().findFirst().orElse(""));
        assertEquals("FeatureMaps: no layer puts out images", assertThrows(GlassboxException.class,
            () -> FeatureMaps.of(plain, DIGITS, 0)).getMessage().lines().findFirst().orElse(""));
        assertEquals("FeatureMaps: the rows of moons are no images", assertThrows(GlassboxException.class,
            () -> FeatureMaps.of(plain, Datasets.moons(), 0)).getMessage().lines().findFirst().orElse(""));
    }
}
