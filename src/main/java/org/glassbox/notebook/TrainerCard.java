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
        String net = Bundle.of(trainer.net()).data().getOrDefault(Bundle.HTML,
            Card.frame(Card.sentence(trainer.net().toString())));
        return Bundle.of(trainer.toString(), Card.frame(Card.head("Trainer", facts), Card.table(List.of(
            List.of(Card.raw("loss"), Card.text(trainer.loss().title())),
            List.of(Card.raw("rule"), Card.text(trainer.optimizer().rule().title())),
            List.of(Card.raw("batch"), Card.text(trainer.batchSize() + " rows"))))) + net);
    }
}
