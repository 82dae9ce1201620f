"""Golden values of PyTorch for PyTorchTest and RuleTest: rules and schedules on a quadratic, the gradients of a small net.

Made by   python pytorch.py > pytorch.txt   with the version that the first line of pytorch.txt names, in float32.
Each line: name, then numbers.
"""
import torch

torch.set_num_threads(1)


def line(name, tensor):
    print(name, *(format(v, ".9g") for v in tensor.detach().flatten().tolist()))


def rule(name, make, penalty=lambda w: 0, clip=lambda w: None):
    """Ten steps on f(w) = sum of a (w - c)^2 / 2, all three weights after each step."""
    a, c = torch.tensor([1.0, 0.1, 4.0]), torch.tensor([1.0, -2.0, 0.5])
    w = torch.zeros(3, requires_grad=True)
    optimizer = make([w])
    for step in range(1, 11):
        optimizer.zero_grad()
        ((0.5 * a * (w - c) ** 2).sum() + penalty(w)).backward()
        clip([w])
        optimizer.step()
        line(f"{name}.{step}", w)


def groups(name, make, clip=lambda ws: None):
    """Ten steps on f(w, b) = sum of a ((w - c)^2 + (b + c)^2) / 2; w and b after the last."""
    a, c = torch.tensor([1.0, 0.1, 4.0]), torch.tensor([1.0, -2.0, 0.5])
    w, b = torch.zeros(3, requires_grad=True), torch.zeros(3, requires_grad=True)
    optimizer = make(w, b)
    for step in range(10):
        optimizer.zero_grad()
        (0.5 * a * ((w - c) ** 2 + (b + c) ** 2)).sum().backward()
        clip([w, b])
        optimizer.step()
    line(name, torch.cat([w, b]))


def schedule(name, make, losses=None):
    """Twelve steps of Adam 0.1 on that quadratic: the rate of each, and the weights after the last."""
    a, c = torch.tensor([1.0, 0.1, 4.0]), torch.tensor([1.0, -2.0, 0.5])
    w = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    scheduler = make(optimizer)
    rates = []
    for step in range(12):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.zero_grad()
        (0.5 * a * (w - c) ** 2).sum().backward()
        optimizer.step()
        scheduler.step() if losses is None else scheduler.step(losses[step])
    line(name + ".rates", torch.tensor(rates, dtype=torch.float64))
    line(name + ".w", w)


def net(name, activation, loss, target):
    """A 3-4-2 net on five rows with given weights: loss, then the gradients in the order of the layers."""
    numbers = lambda n, k: torch.tensor([((7 * i + k) % 11 - 5) / 5.5 for i in range(n)])
    x = numbers(15, 3).reshape(5, 3)
    w1, b1 = numbers(12, 1).reshape(3, 4), numbers(4, 6)
    w2, b2 = numbers(8, 2).reshape(4, 2), numbers(2, 9)
    leaves = [w1, b1, w2, b2, x]
    for leaf in leaves:
        leaf.requires_grad_()
    value = loss(activation(x @ w1 + b1) @ w2 + b2, target)
    value.backward()
    line(name + ".loss", value)
    for label, leaf in zip(["0.weight", "0.bias", "2.weight", "2.bias", "x"], leaves):
        line(f"{name}.{label}", leaf.grad)


print("torch", torch.__version__)
rule("Sgd", lambda w: torch.optim.SGD(w, lr=0.1))
rule("Momentum", lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9))
rule("Adam", lambda w: torch.optim.Adam(w, lr=0.1))
o = torch.optim
rule("Nesterov", lambda w: o.SGD(w, lr=0.1, momentum=0.9, nesterov=True))
rule("RMSProp", lambda w: o.RMSprop(w, lr=0.02))
rule("Adagrad", lambda w: o.Adagrad(w, lr=0.5))
rule("AdamW", lambda w: o.AdamW(w, lr=0.1))
rule("Momentum-decay", lambda w: o.SGD(w, lr=0.1, momentum=0.5))
rule("Adam-options", lambda w: o.Adam(w, lr=0.1, betas=(0.8, 0.99), eps=1e-3))
rule("Nesterov-decay", lambda w: o.SGD(w, lr=0.1, momentum=0.5, nesterov=True))
rule("RMSProp-options", lambda w: o.RMSprop(w, lr=0.01, alpha=0.9, eps=1e-3))
rule("RMSProp-momentum", lambda w: o.RMSprop(w, lr=0.01, momentum=0.9))
rule("RMSProp-centered", lambda w: o.RMSprop(w, lr=0.01, alpha=0.9, centered=True, eps=1e-3))
rule("RMSProp-all", lambda w: o.RMSprop(w, lr=0.01, alpha=0.9, momentum=0.5, centered=True, eps=1e-3))
rule("Adagrad-options", lambda w: o.Adagrad(w, lr=0.5, lr_decay=0.2, initial_accumulator_value=0.3, eps=1e-3))
rule("AdamW-options", lambda w: o.AdamW(w, lr=0.1, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.3))
rule("Sgd-L2", lambda w: o.SGD(w, lr=0.1, weight_decay=0.2))
rule("Momentum-L2", lambda w: o.SGD(w, lr=0.1, momentum=0.9, weight_decay=0.2))
rule("Nesterov-L2", lambda w: o.SGD(w, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.2))
rule("RMSProp-L2", lambda w: o.RMSprop(w, lr=0.02, weight_decay=0.2))
rule("Adagrad-L2", lambda w: o.Adagrad(w, lr=0.5, weight_decay=0.2))
rule("Adam-L2", lambda w: o.Adam(w, lr=0.1, weight_decay=0.2))
rule("Sgd-L1", lambda w: o.SGD(w, lr=0.1), penalty=lambda w: 0.3 * w.abs().sum())
rule("Adam-L1-L2", lambda w: o.Adam(w, lr=0.1, weight_decay=0.2), penalty=lambda w: 0.3 * w.abs().sum())
rule("Sgd-norm", lambda w: o.SGD(w, lr=0.3), clip=lambda w: torch.nn.utils.clip_grad_norm_(w, 0.7))
rule("Sgd-value", lambda w: o.SGD(w, lr=0.3), clip=lambda w: torch.nn.utils.clip_grad_value_(w, 0.4))
rule("Adam-norm-L2", lambda w: o.Adam(w, lr=0.1, weight_decay=0.2), clip=lambda w: torch.nn.utils.clip_grad_norm_(w, 0.7))
groups("groups-decay", lambda w, b: o.AdamW([{"params": [w], "weight_decay": 0.3}, {"params": [b], "weight_decay": 0.0}], lr=0.1))
groups("groups-rate", lambda w, b: o.Adam([{"params": [w]}, {"params": [b], "lr": 0.02, "betas": (0.5, 0.9)}], lr=0.1),
       clip=lambda ws: torch.nn.utils.clip_grad_norm_(ws, 0.7))
s = torch.optim.lr_scheduler
schedule("step", lambda opt: s.StepLR(opt, 5, 0.1))
schedule("exponential", lambda opt: s.ExponentialLR(opt, 0.8))
schedule("cosine", lambda opt: s.CosineAnnealingLR(opt, 12))
schedule("cosine-floor", lambda opt: s.CosineAnnealingLR(opt, 15, eta_min=0.02))
schedule("one-cycle", lambda opt: s.OneCycleLR(opt, 0.1, total_steps=12, cycle_momentum=False))
schedule("one-cycle-options", lambda opt: s.OneCycleLR(opt, 0.1, total_steps=12, cycle_momentum=False, pct_start=0.5,
                                                       div_factor=10, final_div_factor=100))
schedule("warm-up", lambda opt: s.LinearLR(opt, start_factor=0.2, total_iters=4))
schedule("warm-up-cosine", lambda opt: s.SequentialLR(
    opt, [s.LinearLR(opt, start_factor=0.25, total_iters=3), s.CosineAnnealingLR(opt, 8)], milestones=[4]))
schedule("product", lambda opt: s.ChainedScheduler([s.StepLR(opt, 5, 0.1), s.ExponentialLR(opt, 0.8)]))
losses = [3, 2, 2, 1.9999, 2, 1.5, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6]
schedule("plateau", lambda opt: s.ReduceLROnPlateau(opt, factor=0.5, patience=2), losses)
shares = torch.tensor([[0.0, 1.0], [1.0, 0.25], [0.5, 0.5], [0.0, 0.0], [1.0, 1.0]])
net("relu-cross-entropy", torch.relu, torch.nn.functional.cross_entropy, torch.tensor([0, 1, 1, 0, 1]))
net("tanh-binary-cross-entropy", torch.tanh, torch.nn.functional.binary_cross_entropy_with_logits, shares)
net("sigmoid-squared-error", torch.sigmoid, torch.nn.functional.mse_loss, shares)
net("softmax-squared-error", lambda z: torch.softmax(z, 1), torch.nn.functional.mse_loss, shares)
