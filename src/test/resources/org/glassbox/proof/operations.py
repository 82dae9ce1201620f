"""Golden values of PyTorch for OperationsTest: operations, activations and losses with their settings, values and gradients.

Made by   python operations.py > operations.txt   with the version that the first line of operations.txt names, in float32.
Each line: name, then numbers.
"""
import itertools

import torch
from torch.nn import functional as F

torch.set_num_threads(1)


def line(name, tensor):
    print(name, *(format(v, ".9g") for v in tensor.detach().flatten().tolist()))


def numbers(k, *shape):
    n = 1
    for length in shape:
        n *= length
    return torch.tensor([((7 * i + k) % 23 - 11) / 11.5 for i in range(n)]).reshape(shape)


def few(k, *shape):
    """-1, -1/2, 0, 1/2 and 1, many times each: ties, and numbers right at the kinks."""
    n = 1
    for length in shape:
        n *= length
    return torch.tensor([((7 * i + k) % 5 - 2) / 2 for i in range(n)]).reshape(shape)


def case(name, f, *leaves):
    """The value, and the gradients of the sum of its numbers times known weights, leaf by leaf."""
    leaves = [leaf.clone().requires_grad_() for leaf in leaves]
    value = f(*leaves)
    line(name, value)
    (value * numbers(5, *value.shape)).sum().backward()
    for i, leaf in enumerate(leaves):
        line(f"{name}.{i}", leaf.grad)


print("torch", torch.__version__)
x, wide, steps = numbers(3, 4, 6), numbers(3, 4, 6) * 12, few(1, 4, 6)
positive = numbers(3, 4, 6) + 2

for name, a, b in [("gt", steps, few(3, 4, 6)), ("gt-row", steps, few(3, 6)), ("gt-column", steps, few(2, 4, 1))]:
    line(name, (a > b).float())
    line(name.replace("gt", "ge"), (a >= b).float())
    line(name.replace("gt", "lt"), (a < b).float())
    line(name.replace("gt", "le"), (a <= b).float())
    line(name.replace("gt", "eq"), (a == b).float())
case("where", lambda a, b: torch.where(steps > 0, a, b), x, numbers(8, 4, 6))
case("where-broadcast", lambda a, b: torch.where(steps[:, :1] >= 0, a, b), numbers(3, 6), numbers(8, 4, 1))
case("clamp-ends", lambda a: a.clamp(-0.5, 0.5), steps)
case("clamp-low", lambda a: a.clamp(min=0), steps)
case("abs", torch.abs, steps)
case("sqrt", torch.sqrt, positive)
case("pow-2", lambda a: a.pow(2), steps)
case("pow-3", lambda a: a.pow(3), steps)
case("pow-0", lambda a: a.pow(0), steps)
case("pow-1", lambda a: a.pow(1), steps)
case("pow--1.5", lambda a: a.pow(-1.5), positive)
case("pow-0.5", lambda a: a.pow(0.5), positive)
case("min", torch.amin, steps)
case("min-rows", lambda a: a.amin(1), steps)
case("max-columns", lambda a: a.amax(0), steps)
case("log-sum-exp", lambda a: a.logsumexp((0, 1)), wide)
case("log-sum-exp-rows", lambda a: a.logsumexp(1), wide)
case("log-sum-exp-axes", lambda a: a.logsumexp((0, 2)), numbers(3, 2, 3, 4))
case("log-sum-exp-far", lambda a: (a * 1000).logsumexp(0), x)
case("slice", lambda a: a[:, -3:-1], x)
case("slice-to-the-end", lambda a: a[-2:], x)
case("split", lambda a: torch.cat(a.split([1, 3, 2], 1)[::-1], 1), x)
case("pad", lambda a: F.pad(a, (1, 2)), x)
case("pad-rows", lambda a: F.pad(a, (0, 0, 0, 2)), x)
case("concat", lambda a, b: torch.cat([a, b, a], 1), x, numbers(8, 4, 2))
case("stack", lambda a, b: torch.stack([a, b], -1), x, numbers(8, 4, 6))
case("stack-middle", lambda a, b: torch.stack([a, b], 1), x, numbers(8, 4, 6))
case("rows", lambda a: F.embedding(torch.tensor([[3, 0, 3], [3, 1, 0]]), a), x)
case("matmul-batch", torch.matmul, numbers(3, 3, 2, 4), numbers(8, 3, 4, 5))
case("matmul-left", torch.matmul, numbers(3, 2, 4), numbers(8, 3, 4, 5))
case("matmul-right", torch.matmul, numbers(3, 3, 2, 4), numbers(8, 4, 5))
case("matmul-heads", torch.matmul, numbers(3, 2, 3, 2, 4), numbers(8, 2, 3, 4, 5))

places = lambda length, *shape: torch.tensor([(7 * i + 2) % length for i in range(torch.Size(shape).numel())]).reshape(shape)
case("gather", lambda a: a.gather(1, places(6, 4, 3)), x)
case("gather-rows", lambda a: a.gather(0, places(4, 3, 6)), x)
case("gather-from-the-end", lambda a: a.gather(-1, places(6, 2, 6)), x)
case("gather-middle", lambda a: a.gather(1, places(3, 2, 5, 3)), numbers(3, 2, 3, 4))
case("linear", lambda x, w, b: F.linear(x, w.T, b), numbers(3, 4, 6), numbers(8, 6, 2), numbers(2, 2))
case("linear-steps", lambda x, w, b: F.linear(x, w.T, b), numbers(3, 2, 3, 6), numbers(8, 6, 2), numbers(2, 2))

for name, a in [("", wide), ("-kinks", steps)]:
    case("leaky-relu" + name, F.leaky_relu, a)
    case("leaky-relu-0.3" + name, lambda a: F.leaky_relu(a, 0.3), a)
    case("elu" + name, F.elu, a)
    case("elu-0.7" + name, lambda a: F.elu(a, 0.7), a)
    case("gelu" + name, F.gelu, a)
    case("silu" + name, F.silu, a)
    case("softplus" + name, F.softplus, a)
    case("log-softmax" + name, lambda a: F.log_softmax(a, -1), a)

scores = numbers(3, 6, 4) * 3
all_rows, some_rows = torch.tensor([0, 3, 2, 1, 2, 3]), torch.tensor([0, 3, -1, 1, -1, 3])
reductions = ["mean", "sum", "none"]
for epsilon, weights, rows, reduction in itertools.product([0.0, 0.1], [None, [1.0, 5.0, 0.5, 2.0]], [all_rows, some_rows],
                                                           reductions):
    name = f"cross-entropy-{epsilon:g}-{'weighted' if weights else 'plain'}-{'all' if rows is all_rows else 'some'}-{reduction}"
    case(name, lambda z: F.cross_entropy(z, rows, None if weights is None else torch.tensor(weights), ignore_index=-1,
                                         reduction=reduction, label_smoothing=epsilon), scores)
shares = (numbers(6, 6, 4) + 1) / 2
case("by-row", lambda z: F.cross_entropy(z, shares, reduction="none"), scores)
case("by-row-nothing", lambda z: F.cross_entropy(z, shares * 0, reduction="none"), scores)
for reduction in reductions:
    case(f"binary-{reduction}", lambda z: F.binary_cross_entropy_with_logits(z, shares, reduction=reduction), numbers(3, 6, 4) * 12)
    for name, f in [("squared", F.mse_loss), ("absolute", F.l1_loss), ("huber-1", F.huber_loss),
                    ("huber-0.5", lambda p, t, reduction: F.huber_loss(p, t, reduction=reduction, delta=0.5))]:
        case(f"{name}-{reduction}", lambda p, t: f(p, t, reduction=reduction), few(1, 4, 6) * 2, few(3, 4, 6))

# PyTorch's classes are the second axis, ours the last
turned = lambda z: z.permute(0, 2, 1)
step_scores, step_rows = numbers(3, 2, 3, 4) * 3, some_rows.reshape(2, 3)
for weights, reduction in itertools.product([None, [1.0, 5.0, 0.5, 2.0]], reductions):
    case(f"steps-{'weighted' if weights else 'plain'}-{reduction}", lambda z: F.cross_entropy(
        turned(z), step_rows, None if weights is None else torch.tensor(weights), ignore_index=-1, reduction=reduction),
        step_scores)
case("steps-all", lambda z: F.cross_entropy(turned(z), all_rows.reshape(2, 3)), step_scores)
case("steps-smoothed", lambda z: F.cross_entropy(turned(z), step_rows, ignore_index=-1, label_smoothing=0.1), step_scores)
