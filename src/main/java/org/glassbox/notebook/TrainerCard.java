package org.glassbox.notebook;

import java.util.List;
import org.glassbox.Numbers;
import org.glassbox.train.Trainer;

/** How a trainer shows itself: what it makes smaller, by which rule, how far it has come, and which net it moves. */
final class TrainerCard {
    private TrainerCard() {}

    static Bundle of(Trainer trainer) {
        long updates = trainer.optimizer().updates();
        String facts = updates == 0 ? "not trained yet" : Numbers.of(updates, "update", "updates");
        String warning = NetCard.isNotLastShown(trainer.net())
            ? "This trainer moves the net below, which is not the one last shown: make the trainer anew after the net."
            : "";
        String html = Card.frame(Card.head("Trainer", facts), Card.table(List.of(
            List.of(Card.raw("loss"), Card.text(trainer.loss().title())),
            List.of(Card.raw("rule"), Card.text(trainer.optimizer().rule().title())),
            List.of(Card.raw("batch"), Card.text(trainer.batchSize() + " rows")))), Card.hint(warning));
        String text = trainer + (warning.isEmpty() ? "" : "\n" + warning);
        return Bundle.of(text, html + NetCard.of(trainer.net()).data().get(Bundle.HTML));
    }
}
