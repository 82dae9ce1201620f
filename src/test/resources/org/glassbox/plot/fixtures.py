"""Golden inputs of the pictures: the four tables of a History, from real runs written out in numpy.

    python3 -m venv v && v/bin/pip install numpy scikit-learn && v/bin/python fixtures.py

Made with numpy 2.4.6 and scikit-learn 1.9.1 (its digits, 1,437 training and 360 validation rows, stratified), float64,
seed 7. Each run is a folder with facts.csv, epochs.csv, steps.csv and watched.csv.gz beside this script; watched is thinned
(histograms at a few epochs, gradients at every few steps) so that the files stay small.
"""
import csv, gzip, io, pathlib
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).resolve().parent
X, Y = load_digits(return_X_y=True)
TRAIN_X, VALID_X, TRAIN_Y, VALID_Y = train_test_split(X / 16, Y, train_size=1437, stratify=Y, random_state=7)
SHARES = np.bincount(TRAIN_Y, minlength=10) / len(TRAIN_Y)
CHANCE = -np.sum(SHARES * np.log(SHARES))
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


class Net:
    """Linear and activation by turns; the last Linear gives logits."""

    def __init__(self, sizes, activation, spread, rng):
        self.activation = activation
        self.w = [rng.normal(0, spread(n), (n, m)) for n, m in zip(sizes, sizes[1:])]
        self.b = [np.zeros(m) for m in sizes[1:]]
        self.name = "-".join(map(str, sizes)) if len(sizes) < 5 else f"{sizes[0]}-{sizes[1]}×{len(sizes) - 2}-{sizes[-1]}"

    def forward(self, x):
        outs = [x]
        for i, (w, b) in enumerate(zip(self.w, self.b)):
            z = outs[-1] @ w + b
            last = i == len(self.w) - 1
            outs.append(z if last else np.maximum(z, 0) if self.activation == "ReLU" else 1 / (1 + np.exp(-z)))
        return outs

    def backward(self, outs, y):
        """Signals (gradient of the SUM of row losses at each z) and gradients of the batch's mean loss."""
        n = len(y)
        p = softmax(outs[-1])
        p[np.arange(n), y] -= 1
        signals, dw, db, d = [], [], [], p
        for i in reversed(range(len(self.w))):
            signals.append(d)
            dw.append(outs[i].T @ d / n)
            db.append(d.sum(0) / n)
            if i:
                h = outs[i]
                d = d @ self.w[i].T * ((h > 0) if self.activation == "ReLU" else h * (1 - h))
        return signals[::-1], dw[::-1], db[::-1]


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def loss_of(z, y):
    top = z.max(1, keepdims=True)
    return np.mean(np.log(np.exp(z - top).sum(1)) + top[:, 0] - z[np.arange(len(y)), y])


def naive_loss_of(z, y):
    """As beginners write it: a sure and wrong prediction gives log 0, and exp overflows to NaN."""
    e = np.exp(z)
    return np.mean(-np.log((e / e.sum(1, keepdims=True))[np.arange(len(y)), y]))


def rms(a):
    return float(np.sqrt(np.mean(np.square(a))))


class Run:
    def __init__(self, folder, net, rule, rate, epochs, rng, stop=None, validation=True, every=1, shown=(0, 1, 5, 10, 20),
                 message="", bias=True,
                 loss=loss_of, growth=1.0):
        self.folder, self.net, self.rule, self.rate = folder, net, rule, rate
        self.planned, self.rng, self.stop, self.validation, self.every = epochs, rng, stop, validation, every
        self.shown, self.message, self.with_bias, self.loss = shown, message, bias, loss
        self.growth = growth  # of the rate from step to step
        self.epochs, self.steps, self.watched = [], [], []
        self.state = "finished"

    def go(self):
        net, step = self.net, 0
        self.first_rate = self.rate
        self.start = [p.copy() for p in net.w + net.b]
        self.moved = [np.zeros(p.shape, bool) for p in net.w + net.b]
        self.probe = self.rng.permutation(len(TRAIN_Y))[:512]
        slots = [(np.zeros_like(p), np.zeros_like(p)) for p in net.w + net.b]
        self.measure(0, 0)
        self.gradients(0, 0, TRAIN_X[self.probe], TRAIN_Y[self.probe])
        for epoch in range(1, self.planned + 1):
            order = self.rng.permutation(len(TRAIN_Y))
            for at in range(0, len(order), 32):
                rows = order[at:at + 32]
                outs = net.forward(TRAIN_X[rows])
                step += 1
                self.rate *= self.growth
                loss = self.loss(outs[-1], TRAIN_Y[rows])
                self.steps.append((step, epoch, len(rows), number(loss), number(self.rate)))
                if step % self.every == 0 or not np.isfinite(loss):
                    self.gradients(step, epoch, TRAIN_X[rows], TRAIN_Y[rows])
                if not np.isfinite(loss):
                    self.state, self.message = "not finite", self.message.replace("STEP", str(step))
                    self.epochs_done = epoch - 1
                    return self.measure(epoch, step)
                _, dw, db = net.backward(outs, TRAIN_Y[rows])
                for i, (p, g) in enumerate(zip(net.w + net.b, dw + db)):
                    before = p.copy()
                    if self.rule == "Adam":
                        m, v = slots[i]
                        m += 0.1 * (g - m)
                        v += 0.001 * (g * g - v)
                        p -= self.rate * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
                    else:
                        p -= self.rate * g
                    self.moved[i] |= p != before
            self.measure(epoch, step)
            self.epochs_done = epoch
            if epoch == self.stop:
                self.state = "running"
                return

    def measure(self, epoch, step):
        train = self.net.forward(TRAIN_X)[-1]
        valid = self.net.forward(VALID_X)[-1]
        score = lambda z, y: number(np.mean(z.argmax(1) == y))
        with_v = (lambda v: v) if self.validation else (lambda v: "")
        self.epochs.append((epoch, step, number(self.loss(train, TRAIN_Y)), with_v(number(self.loss(valid, VALID_Y))),
                            score(train, TRAIN_Y), with_v(score(valid, VALID_Y)), number(self.rate), round(0.008 * epoch, 4)))
        if np.isfinite(train).all():
            self.weights(epoch, step)
            self.activations(epoch, step)

    def row(self, step, epoch, layer, kind, watch, name, quantity, value, index="", low="", high=""):
        role = "output" if layer == 2 * len(self.net.w) - 2 else "hidden"
        self.watched.append((step, epoch, layer, f"{layer} {kind}", role, watch, name, quantity, index, low, high,
                             value if isinstance(value, int) else number(value)))

    def gradients(self, step, epoch, x, y):
        signals, dw, db = self.net.backward(self.net.forward(x), y)
        for i in range(len(dw)):
            for name, g in (("signal", signals[i]), ("weight", dw[i]), ("bias", db[i])):
                if name != "bias" or self.with_bias:
                    self.row(step, epoch, 2 * i, "Linear", "gradients", name, "rms", rms(g))

    def weights(self, epoch, step):
        n = len(self.net.w)
        for i, p in enumerate(self.net.w + self.net.b):
            if i >= n and not self.with_bias:
                continue
            name, put = ("weight" if i < n else "bias"), None
            put = lambda q, v, **k: self.row(step, epoch, 2 * (i % n), "Linear", "weights", name, q, v, **k)
            w, w0 = p[np.isfinite(p)], self.start[i]
            low, high = np.quantile(w, [0.001, 0.999])
            put("size", p.size), put("zeros", int((p == 0).sum())), put("notfinite", int((~np.isfinite(p)).sum()))
            put("min", w.min()), put("max", w.max()), put("q0.001", low), put("q0.999", high), put("spread", w.std())
            norm = np.linalg.norm(w0)
            put("moved", np.linalg.norm(p - w0) / norm if norm else float("nan"))
            put("unmoved", int((~self.moved[i]).sum())), put("beyond", int(((w < low) | (w > high)).sum()))
            if epoch in self.shown:
                live = w[w != 0]
                if len(live) and high > low:
                    counts, edges = np.histogram(live, bins=40, range=(low, high))
                    for k, c in enumerate(counts):
                        put("count", int(c), index=k, low=number(edges[k]), high=number(edges[k + 1]))

    def activations(self, epoch, step):
        outs = self.net.forward(TRAIN_X[self.probe])[1:-1]
        kind = "ReLU" if self.net.activation == "ReLU" else "Sigmoid"
        for i, h in enumerate(outs):
            put = lambda q, v, **k: self.row(step, epoch, 2 * i + 1, kind, "activations", "output", q, v, **k)
            for q, v in zip(QUANTILES, np.quantile(h, QUANTILES)):
                put(f"q{q}", v)
            fires = (h != 0).mean(0)
            put("zero", (h == 0).mean()), put("dead", int((fires == 0).sum())), put("units", h.shape[1])
            if kind == "Sigmoid":
                put("saturated", ((h < 0.0127) | (h > 0.987)).mean())
            if epoch in (0, self.planned, self.stop):
                for k, f in enumerate(fires):
                    put("fires", f, index=k)

    def write(self):
        folder = HERE / self.folder
        folder.mkdir(exist_ok=True)
        net = self.net
        facts = dict(data="digits", net=net.name, parameters=sum(p.size for p in net.w + net.b),
                     rule=f"{self.rule} {self.first_rate:g}", batch=32, seed="7", epochs=self.planned, epochs_done=self.epochs_done,
                     updates=len(self.steps) - (self.state == "not finite"), rows=1437,
                     validation_rows=360 if self.validation else 0, loss="cross-entropy", chance=number(CHANCE),
                     metric="accuracy", starts="untrained", seconds=round(0.008 * self.epochs_done, 3), threads=1,
                     watching=0.12, state=self.state, probe_rows=512, message=self.message, stratified="true")
        save(folder / "facts.csv", list(facts), [list(facts.values())])
        save(folder / "epochs.csv", "epoch step loss validation_loss accuracy validation_accuracy rate seconds".split(),
             self.epochs)
        save(folder / "steps.csv", "step epoch rows loss rate".split(), self.steps)
        save(folder / "watched.csv.gz",
             "step epoch layer place role watch name quantity index low high value".split(), self.watched)


def number(v):
    return "NaN" if np.isnan(v) else "Infinity" if v == np.inf else "-Infinity" if v == -np.inf else float(f"{v:.5g}")


def save(path, head, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def he(n):
    return np.sqrt(2 / n)


def run(folder, sizes, activation, spread, rule, rate, **more):
    rng = np.random.default_rng(7)
    one = Run(folder, Net(sizes, activation, spread, rng), rule, rate, 20, rng, **more)
    with np.errstate(all="ignore"):
        one.go()
    one.write()
    e = one.epochs[-1]
    print(f"{folder:14s} epoch {e[0]:2d} step {e[1]:3d} loss {e[2]} valid {e[3]} accuracy {e[4]} {e[5]}  {one.state}")


if __name__ == "__main__":
    deep, small = [64] + [64] * 6 + [10], dict(every=5, shown=(0, 20), bias=False)
    run("healthy", [64, 64, 10], "ReLU", he, "Adam", 0.005)
    run("panel", [64, 64, 10], "ReLU", he, "Adam", 0.005, stop=13, shown=(0, 1, 3, 6, 10, 13))
    run("no-validation", [64, 64, 10], "ReLU", he, "Adam", 0.005, validation=False, **small)
    run("deep", deep, "ReLU", he, "SGD", 0.1, **small)
    run("sick", deep, "Sigmoid", lambda n: 1 / np.sqrt(n), "SGD", 0.1, **small)
    run("not-finite", [64, 64, 10], "ReLU", he, "Adam", 0.005, every=1, shown=(0, 1, 2, 5, 10), loss=naive_loss_of, growth=1.025, message=
        "Loss became infinite at step STEP. First bad value: output of 2 Linear. Try Adam.of(5e-3).")
