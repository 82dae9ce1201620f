"""Golden values of scikit-learn for MetricTest.

Made by   python metrics.py > metrics.txt   with the version that the first line of metrics.txt names.
Each line: name, then numbers.
"""
import numpy as np
import sklearn
from sklearn import metrics as m

numbers = lambda n, k: np.array([((7 * i + k) % 11 - 5) / 5.5 for i in range(n)])
scores = numbers(48, 3).reshape(12, 4)
classes = np.array([0, 1, 2, 0, 1, 2, 0, 1, 1, 1, 0, 2])
said = scores.argmax(1)
binary = numbers(12, 8)
yes = np.array([0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1])
yes_said = (binary > 0).astype(int)
target = numbers(12, 1) * 3


def line(name, *values):
    print(name, *(format(float(v), ".9g") for v in values))


print("scikit-learn", sklearn.__version__)
line("confusion", *m.confusion_matrix(classes, said, labels=range(4)).flatten())
line("accuracy", m.accuracy_score(classes, said))
line("top2", m.top_k_accuracy_score(classes, scores, k=2, labels=range(4)))
for name, score in ("precision", m.precision_score), ("recall", m.recall_score), ("f1", m.f1_score):
    line(name, score(classes, said, average="macro", zero_division=0))
    line(name + ".each", *score(classes, said, average=None, labels=range(4), zero_division=0))
    line(name + ".yes", score(yes, yes_said))
shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
line("perplexity", np.exp(m.log_loss(classes, shares, labels=range(4))))
line("perplexity.yes", np.exp(m.log_loss(yes, 1 / (1 + np.exp(-binary)))))
line("mean_absolute_error", m.mean_absolute_error(target, binary))
line("r2", m.r2_score(target, binary))
