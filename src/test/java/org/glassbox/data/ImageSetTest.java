package org.glassbox.data;

import static org.glassbox.data.SplitTest.assertSays;
import static org.glassbox.data.SplitTest.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A set like MNIST, only smaller, from a folder and from a server that does to it what happens. */
class ImageSetTest {
    private static final int PIXELS = 28 * 28;
    private static final int TRAINING = 100;
    private static final int TESTING = 20;

    private final List<String> news = new ArrayList<>();
    private final List<byte[]> contents = contents();
    private DataServer server;
    @TempDir
    private Path root;

    @BeforeEach
    void start() throws IOException {
        server = new DataServer();
        for (int i = 0; i < 4; i++) {
            server.files.put("/" + ImageSet.MNIST.files().get(i).packedName(), packed(contents.get(i)));
        }
    }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void what_is_missing_is_downloaded_once_and_read() throws IOException {
        Split split = read();
        assertEquals("small · 80 rows × 784 features · 10 classes · images 28×28", split.train().summary());
        assertEquals(List.of(80, 20, 20), split.parts().stream().map(Dataset::rows).toList());
        for (int i = 0; i < PIXELS; i++) {
            assertEquals((contents.get(0)[16 + i] & 0xff) / 255f, split.train().values(0)[i]);
            assertEquals((contents.get(0)[16 + 99 * PIXELS + i] & 0xff) / 255f, split.valid().values(19)[i]);
            assertEquals((contents.get(2)[16 + 19 * PIXELS + i] & 0xff) / 255f, split.test().values(19)[i]);
        }
        assertEquals(contents.get(1)[8 + 80], split.valid().targetOf(0));
        assertEquals(contents.get(3)[8 + 19], split.test().targetOf(19));
        assertEquals(4, server.asked.size());
        read();
        assertEquals(4, server.asked.size(), "the second time all of it is there");
        assertTrue(
            news.get(0).matches("small: downloading train-images-idx3-ubyte.gz, 0\\.08 MB from (localhost|127.*)"),
            news.get(0));
        assertEquals("small: kept in " + root.resolve("small"), news.get(news.size() - 1));
        assertEquals(List.of(), parts());
    }

    @Test
    void files_in_the_folder_may_be_packed_by_anyone_or_not_at_all() throws IOException {
        Path folder = Files.createDirectories(root.resolve("small"));
        for (int i = 0; i < 4; i++) {
            PublishedFile file = ImageSet.MNIST.files().get(i);
            if (i % 2 == 0) {
                Files.write(folder.resolve(file.name()), contents.get(i));
            } else {
                Files.write(folder.resolve(file.packedName()), packedAnew(contents.get(i)));
            }
        }
        assertEquals(80, read().train().rows());
        assertEquals(List.of(), server.asked);
        assertEquals(List.of(), news);
    }

    @Test
    void a_broken_connection_goes_on_where_it_broke() {
        server.breakAfter(30_000, 20_000);
        read();
        assertEquals(List.of("/train-images-idx3-ubyte.gz ", "/train-images-idx3-ubyte.gz bytes=30000-",
            "/train-images-idx3-ubyte.gz bytes=50000-", "/train-labels-idx1-ubyte.gz "), server.asked.subList(0, 4));
        assertTrue(news.get(1).startsWith("small: going on with train-images-idx3-ubyte.gz, 0.08 MB from "),
            news.get(1));
    }

    @Test
    void a_connection_that_brings_nothing_more_ends_and_the_next_run_goes_on() throws IOException {
        server.breakAfter(30_000, 0);
        String said = message(this::read);
        assertTrue(said.startsWith("small: 4 files are missing and cannot be downloaded\n  files  train-images"), said);
        assertEquals(30_000, Files.size(root.resolve("small/train-images-idx3-ubyte.gz.part")));
        server.asked.clear();
        assertEquals(80, read().train().rows());
        assertEquals("/train-images-idx3-ubyte.gz bytes=30000-", server.asked.get(0));
    }

    @Test
    void a_server_that_knows_no_ranges_sends_all_again() {
        server.ranges = false;
        server.breakAfter(30_000);
        assertEquals(80, read().train().rows());
        assertEquals("/train-images-idx3-ubyte.gz bytes=30000-", server.asked.get(1));
    }

    @Test
    void a_part_of_something_else_is_thrown_away_and_all_is_brought_anew() throws IOException {
        Files.createDirectories(root.resolve("small"));
        Files.write(root.resolve("small/train-images-idx3-ubyte.gz.part"), new byte[1000]);
        Files.write(root.resolve("small/train-labels-idx1-ubyte.gz.part"), new byte[1000]);     // longer than the file
        assertEquals(80, read().train().rows());
        assertEquals(List.of("/train-images-idx3-ubyte.gz bytes=1000-", "/train-images-idx3-ubyte.gz ",
            "/train-labels-idx1-ubyte.gz bytes=1000-", "/train-labels-idx1-ubyte.gz "), server.asked.subList(0, 4));
        assertEquals(List.of(), parts());
    }

    @Test
    void a_part_that_is_whole_already_only_gets_its_name() throws IOException {
        Files.createDirectories(root.resolve("small"));
        Files.write(root.resolve("small/train-images-idx3-ubyte.gz.part"), packed(contents.get(0)));
        assertEquals(80, read().train().rows());
        assertEquals(4, server.asked.size());
    }

    @Test
    void another_file_of_the_same_length_is_never_taken() {
        byte[] wrong = server.files.get("/t10k-images-idx3-ubyte.gz");
        wrong[wrong.length / 2] ^= 1;
        assertSays("""
            small: 2 files are missing and cannot be downloaded
              files  t10k-images-idx3-ubyte.gz
                     t10k-labels-idx1-ubyte.gz
              folder %s
              tried  %s: sends another file than was published, its SHA-256 is wrong
              help   run the cell again when there is a network: it goes on where it stopped; or bring the files into \
            the folder by hand, packed or unpacked; or let the environment variable GLASSBOX_DATA name a folder that \
            holds small/ with them""".formatted(root.resolve("small"), server.home()), this::read);
        assertFalse(Files.exists(root.resolve("small/t10k-images-idx3-ubyte.gz")));
        assertEquals(List.of(), parts());
    }

    @Test
    void a_page_that_asks_for_a_password_is_not_the_file() {
        server.files.replaceAll((path, bytes) -> "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8));
        assertTrue(message(this::read).contains(
            ": sends 26 bytes, the whole file would have 26 instead of "), message(this::read));
    }

    @Test
    void a_home_that_fails_is_followed_by_the_next() {
        try (DataServer second = new DataServer()) {
            second.files.putAll(server.files);
            server.files.clear();
            Split split = set(List.of(server.home(), second.home())).read(root, news::add);
            assertEquals(80, split.train().rows());
            second.files.clear();
            Path other = root.resolve("other");
            String said = message(() -> set(List.of(server.home(), second.home())).read(other, news::add));
            assertTrue(said.contains("  tried  " + server.home() + ": answers 404\n         " + second.home()
                + ": answers 404\n"), said);
        }
    }

    @Test
    void without_a_network_the_error_names_files_folder_addresses_and_the_mend() {
        server.close();
        assertSays("""
            small: 4 files are missing and cannot be downloaded
              files  train-images-idx3-ubyte.gz
                     train-labels-idx1-ubyte.gz
                     t10k-images-idx3-ubyte.gz
                     t10k-labels-idx1-ubyte.gz
              folder %s
              tried  %s: does not take the connection
              help   run the cell again when there is a network: it goes on where it stopped; or bring the files into \
            the folder by hand, packed or unpacked; or let the environment variable GLASSBOX_DATA name a folder that \
            holds small/ with them""".formatted(root.resolve("small"), server.home()), this::read);
        assertEquals("not found, is there a network?", Transfer.words(new java.net.UnknownHostException("x")));
        assertEquals("does not answer", Transfer.words(new java.net.SocketTimeoutException()));
        assertEquals("IOException", Transfer.words(new IOException()));
    }

    @Test
    void a_lesson_for_both_gets_the_digits_that_come_with_it_where_the_files_cannot_be_had_and_says_why()
        throws IOException {
        assertEquals("small", Datasets.orDigits(this::read, news::add).name());
        news.clear();
        server.close();
        Files.delete(root.resolve("small/train-images-idx3-ubyte.gz"));
        Split digits = Datasets.orDigits(this::read, news::add);
        assertEquals("1,437 training · 360 validation rows · stratified by class", digits.summary());
        assertEquals(List.of("small: 1 file is missing and cannot be downloaded; taking the 8×8 digits that ship."
            + " Datasets.mnist() says how to get them"), news);
        assertArrayEquals(Datasets.digits().split(0.8).train().values(0), digits.train().values(0));
    }

    @Test
    void what_can_be_mended_is_no_reason_for_other_data() throws IOException {
        read();
        Files.write(root.resolve("small/t10k-labels-idx1-ubyte.gz"), new byte[3]);
        String broken = message(() -> Datasets.orDigits(this::read, news::add));
        assertTrue(broken.startsWith("small: t10k-labels-idx1-ubyte.gz is not what was published"), broken);
        Files.delete(root.resolve("small/t10k-labels-idx1-ubyte.gz"));
        String stopped = message(() -> Datasets.orDigits(
            () -> set(List.of(server.home())).read(root, line -> Thread.currentThread().interrupt()), news::add));
        assertTrue(stopped.startsWith("small: stopped by you at "), stopped);
    }

    @Test
    void a_stopped_cell_keeps_what_came_and_goes_on_next_time() throws IOException {
        String said = message(() -> set(List.of(server.home())).read(root, line -> Thread.currentThread().interrupt()));
        assertTrue(said.matches("(?s)small: stopped by you at 0\\.\\d+ of 0\\.08 MB\n  file   .*\\.gz\\.part\n"
            + "  help   run the cell again: it goes on from there"), said);
        assertFalse(Thread.interrupted(), "the wish was granted");
        long have = Files.size(root.resolve("small/train-images-idx3-ubyte.gz.part"));
        assertTrue(have > 0);
        read();
        assertEquals("/train-images-idx3-ubyte.gz bytes=" + have + "-", server.asked.get(1));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_said() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Path part = Files.createDirectories(root.resolve("small")).resolve("train-images-idx3-ubyte.gz.part");
        Files.createSymbolicLink(part, Path.of("/dev/full"));
        assertSays("""
            small: the download cannot be written
              file   %s
              reason No space left on device
              help   make room or take another folder: let the environment variable GLASSBOX_DATA name it"""
            .formatted(part), this::read);
        Files.delete(part);      // the folder is cleared afterwards, what the link means is not
    }

    @Test
    void more_than_the_disk_holds_is_not_begun() throws IOException {
        ImageSet real = set(List.of(server.home()));
        PublishedFile first = real.files().get(0);
        long huge = Long.MAX_VALUE / 2;
        server.claimed = huge;
        List<PublishedFile> files = new ArrayList<>(real.files());
        files.set(0, new PublishedFile(first.name(), huge, first.packed(), first.content()));
        String said = message(() -> new ImageSet("small", "digit", real.classes(), real.homes(), files, real.image(),
            real.sizes()).read(root, news::add));
        assertTrue(said.matches("(?s)small: \\d+\\.\\d MB are needed, \\d+\\.\\d MB are free\n.*"), said);
        assertEquals(List.of(), parts());
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws IOException {
        Files.write(root.resolve("small"), new byte[1]);
        String said = message(this::read);
        assertTrue(said.startsWith("small: the folder for its files cannot be made\n  folder " + root.resolve("small")
            + "\n  reason "), said);
    }

    @Test
    void files_that_are_not_what_was_published_are_named_with_the_mend() throws IOException {
        read();
        Path images = root.resolve("small/t10k-images-idx3-ubyte.gz");
        byte[] whole = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(whole, whole.length / 2));
        assertSays("""
            small: t10k-images-idx3-ubyte.gz is not what was published: it ends too early
              file   %s
              help   delete it and run the cell again: it is downloaded anew""".formatted(images), this::read);
        byte[] other = contents.get(2).clone();
        other[5000] ^= 1;
        Files.write(images, packed(other));
        String said = message(this::read);
        assertTrue(
            said.matches("(?s)small: t10k-images-idx3-ubyte.gz is not what was published: its content has SHA-256 "
                + "[0-9a-f]{64}, published is [0-9a-f]{64}\n.*"),
            said);
        other[5000] ^= 1;
        other[3] ^= 1;      // in the header
        Files.write(images, packed(other));
        assertTrue(message(this::read).contains("its content has SHA-256"));
        Files.write(images, Arrays.copyOf(contents.get(2), contents.get(2).length + 1));
        assertTrue(message(this::read).contains("Not in GZIP format"), message(this::read));
        Files.delete(images);
        assertEquals(20, read().test().rows());
    }

    @Test
    void the_folder_is_the_one_named_or_among_the_caches_of_the_system() {
        Path home = Path.of("home");
        assertEquals(home.resolve(".cache/glassbox"), DataFolder.cache("Linux", Map.of(), home));
        assertEquals(Path.of("x/glassbox"), DataFolder.cache("Linux", Map.of("XDG_CACHE_HOME", "x"), home));
        assertEquals(home.resolve("Library/Caches/glassbox"), DataFolder.cache("Mac OS X", Map.of(), home));
        assertEquals(Path.of("local/glassbox"), DataFolder.cache("Windows 11", Map.of("LOCALAPPDATA", "local"), home));
        assertEquals(home.resolve("AppData/Local/glassbox"), DataFolder.cache("Windows 11", Map.of(), home));
        String before = System.getProperty(DataFolder.PROPERTY);
        try {
            System.setProperty(DataFolder.PROPERTY, root.toString());
            assertEquals(root.toAbsolutePath(), DataFolder.current());
        } finally {
            if (before == null) {
                System.clearProperty(DataFolder.PROPERTY);
            } else {
                System.setProperty(DataFolder.PROPERTY, before);
            }
        }
    }

    @Test
    void sums_of_both_sets_are_whole_and_stand_in_the_readme() throws IOException {
        String readme = Files.readString(Path.of("data/README.md"));
        for (ImageSet set : List.of(ImageSet.MNIST, ImageSet.FASHION)) {
            assertEquals(4, set.files().size());
            for (PublishedFile file : set.files()) {
                assertTrue(file.packed().matches("[0-9a-f]{64}"), file.toString());
                assertTrue(file.content().matches("[0-9a-f]{64}|[0-9a-f]{32}"), file.toString());
                assertTrue(readme.contains(file.packed()), file.packed());
            }
            set.homes().forEach(home -> assertTrue(readme.contains(home), home));
        }
    }

    /** Where the real files are at hand, in the folder that GLASSBOX_DATA names. */
    @Test
    void mnist_is_what_it_is_known_to_be() {
        Path folder = DataFolder.current().resolve("mnist");        // a download that failed has left it empty
        assumeTrue(ImageSet.MNIST.files().stream().allMatch(file -> Files.exists(folder.resolve(file.name()))
            || Files.exists(folder.resolve(file.packedName()))), "MNIST is not here");
        Split mnist = Datasets.mnist();
        assertEquals("50,000 training · 10,000 validation · 10,000 test rows", mnist.summary());
        assertEquals("mnist · 10,000 rows × 784 features · 10 classes · images 28×28", mnist.test().summary());
        assertEquals(List.of(5.0, 0.0, 4.0, 1.0, 9.0),
            Stream.of(0, 1, 2, 3, 4).map(mnist.train()::targetOf).toList());
        assertEquals(List.of(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009),
            mnist.test().balance().intColumn("rows").asList());
        Statistics pixels = Statistics.ofAll(mnist.train().statistics());
        assertEquals(0, pixels.min());
        assertEquals(1, pixels.max());
        assertEquals(0.1307, pixels.mean(), 1e-3);      // of all 60,000
    }

    private Split read() { return set(List.of(server.home())).read(root, news::add); }

    private ImageSet set(List<String> homes) {
        List<PublishedFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] packed = packed(contents.get(i));
            files.add(new PublishedFile(ImageSet.MNIST.files().get(i).name(), packed.length, sum(packed),
                sum(contents.get(i))));
        }
        return new ImageSet("small", "digit", ImageSet.MNIST.classes(), homes, files, new ImageShape(28, 28),
            List.of(80, 20, TESTING));
    }

    private List<Path> parts() {
        try (Stream<Path> all = Files.list(root.resolve("small"))) {
            return all.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Noise, as it cannot be packed: longer than what is read at once. */
    private static List<byte[]> contents() {
        Random random = new Random(1);
        List<byte[]> contents = new ArrayList<>();
        for (int rows : new int[] {TRAINING, TESTING}) {
            byte[] images = new byte[16 + rows * PIXELS];
            random.nextBytes(images);
            byte[] labels = new byte[8 + rows];
            for (int i = 0; i < rows; i++) {
                labels[8 + i] = (byte) random.nextInt(10);
            }
            contents.addAll(List.of(images, labels));
        }
        return contents;
    }

    private static byte[] packed(byte[] content) { return packed(content, 512); }

    private static byte[] packedAnew(byte[] content) {
        byte[] anew = packed(content, 512);
        anew[9] = (byte) (anew[9] == 3 ? 7 : 3);        // written on another system: other bytes, the same content
        return anew;
    }

    private static byte[] packed(byte[] content, int buffer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packer = new GZIPOutputStream(bytes, buffer)) {
            packer.write(content);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static String sum(byte[] bytes) {
        var digest = Idx.digest("SHA-256");
        digest.update(bytes);
        return Idx.hex(digest);
    }
}
