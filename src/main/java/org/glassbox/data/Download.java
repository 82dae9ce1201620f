package org.glassbox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.glassbox.Message;
import org.glassbox.Numbers;

/**
 * Brings published files into a folder. A file grows as {@code ….gz.part}; whoever is stopped or cut off goes on there the
 * next time. It gets its name when its checksum is right, so that no half file is ever read.
 *
 * @param who in whose name errors and news are written
 * @param homes where the files are, each ending in /; if one fails the next is asked
 * @param news hears how it goes on, a line at a time
 */
record Download(String who, List<String> homes, Path folder, Consumer<String> news) {
    private static final int TRIES = 5;

    /** Brings all of them. */
    void of(List<PublishedFile> missing) {
        if (missing.isEmpty()) {
            return;
        }
        make(folder);
        for (int i = 0; i < missing.size(); i++) {
            List<String> reasons = new ArrayList<>();
            PublishedFile file = missing.get(i);
            if (homes.stream().noneMatch(home -> isBrought(file, home, reasons))) {
                throw failed(missing.subList(i, missing.size()), reasons);
            }
        }
        news.accept(who + ": kept in " + folder);
    }

    private boolean isBrought(PublishedFile file, String home, List<String> reasons) {
        try {
            bring(file, home);
            return true;
        } catch (IOException reason) {
            reasons.add(home + ": " + Transfer.words(reason));
            return false;
        }
    }

    /** A connection that breaks after it brought something is taken up again where it broke. */
    private void bring(PublishedFile file, String home) throws IOException {
        Path part = folder.resolve(file.packedName() + ".part");
        boolean fresh = size(part) == 0;
        Transfer transfer = new Transfer(who, home + file.packedName(), part, file.bytes(), news);
        for (int tries = 1;; tries++) {
            long before = size(part);
            try {
                transfer.run(before);
                break;
            } catch (IOException broken) {
                if (size(part) <= before || tries == TRIES) {
                    throw broken;
                }
            }
        }
        if (sum(part).equals(file.packed())) {
            Files.move(part, folder.resolve(file.packedName()), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Files.delete(part);
        if (fresh) {
            throw new IOException("sends another file than was published, its SHA-256 is wrong");
        }
        bring(file, home);      // what lay there was not the beginning of this file
    }

    private void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new MissingException(Message.of(who, "the folder for its files cannot be made")
                .with("folder", folder).with("reason", impossible).help(Transfer.ELSEWHERE));
        }
    }

    private MissingException failed(List<PublishedFile> missing, List<String> reasons) {
        return new MissingException(Message.of(who, Numbers.of(missing.size(), "file is", "files are")
            + " missing and cannot be downloaded")
            .with("files", missing.stream().map(PublishedFile::packedName).collect(Collectors.joining("\n")))
            .with("folder", folder)
            .with("tried", String.join("\n", reasons))
            .help("run the cell again when there is a network: it goes on where it stopped; or bring the files into the"
                + " folder by hand, packed or unpacked; or let the environment variable GLASSBOX_DATA name a folder that"
                + " holds " + who + "/ with them"));
    }

    private static long size(Path part) throws IOException { return Files.exists(part) ? Files.size(part) : 0; }

    private static String sum(Path part) throws IOException {
        MessageDigest digest = Idx.digest("SHA-256");
        try (InputStream file = new DigestInputStream(Files.newInputStream(part), digest)) {
            file.transferTo(OutputStream.nullOutputStream());
        }
        return Idx.hex(digest);
    }
}
