"""Golden values of PyTorch for SequencesTest: layers with a memory, values and gradients.

Made by   python sequences.py > sequences.txt   with the version that the first line of sequences.txt names, in float32.
Each line: name, then numbers. Weights are written as ours: [in, out], one bias where PyTorch has two.
"""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

torch.set_num_threads(1)
FEATURES, HIDDEN = 3, 4


def line(name, tensor):
    print(name, *(format(v, ".9g") for v in tensor.detach().flatten().tolist()))


def numbers(k, *shape):
    n = 1
    for length in shape:
        n *= length
    return torch.tensor([((7 * i + k) % 23 - 11) / 11.5 for i in range(n)]).reshape(shape)


def weights(module, layers, directions, gates):
    """Gives all weights known numbers; returns the names, from the bottom up."""
    names, k = [], 0
    for layer in range(layers):
        for suffix in [f"_l{layer}", f"_l{layer}_reverse"][:directions]:
            width = FEATURES if layer == 0 else HIDDEN * directions
            getattr(module, "weight_ih" + suffix).data = (numbers(k, width, gates * HIDDEN) * 0.5).T.contiguous()
            getattr(module, "weight_hh" + suffix).data = (numbers(k + 1, HIDDEN, gates * HIDDEN) * 0.5).T.contiguous()
            bias = numbers(k + 2, 4 * HIDDEN if gates == 3 else gates * HIDDEN) * 0.5
            getattr(module, "bias_ih" + suffix).data = bias[:gates * HIDDEN]
            past = torch.zeros(gates * HIDDEN)
            if gates == 3:
                past[2 * HIDDEN:] = bias[3 * HIDDEN:]
            getattr(module, "bias_hh" + suffix).data = past
            names.append(suffix)
            k += 3
    return names


def case(name, make, gates, layers=1, both=False, batch=5, steps=6, lengths=None, start=True):
    directions = 2 if both else 1
    module = make(FEATURES, HIDDEN, num_layers=layers, bidirectional=both, batch_first=True)
    names = weights(module, layers, directions, gates)
    x = numbers(3, batch, steps, FEATURES).requires_grad_()
    h = numbers(4, layers * directions, batch, HIDDEN).requires_grad_()
    c = numbers(6, layers * directions, batch, HIDDEN).requires_grad_()
    given = (h, c) if gates == 4 else h
    read = x if lengths is None else pack_padded_sequence(x, torch.tensor(lengths), batch_first=True, enforce_sorted=False)
    y, last = module(read, given) if start else module(read)
    if lengths is not None:
        y, _ = pad_packed_sequence(y, batch_first=True, total_length=steps)
    ends = list(last) if gates == 4 else [last]
    line(name, y)
    value = (y * numbers(5, *y.shape)).sum()
    for label, end in zip(["hidden", "cell"], ends):
        line(f"{name}.{label}", end)
        value = value + (end * numbers(8, *end.shape)).sum()
    value.backward()
    line(name + ".x", x.grad)
    if start:
        line(name + ".start-hidden", h.grad)
        if gates == 4:
            line(name + ".start-cell", c.grad)
    for i, suffix in enumerate(names):
        line(f"{name}.{3 * i}", getattr(module, "weight_ih" + suffix).grad.T)
        line(f"{name}.{3 * i + 1}", getattr(module, "weight_hh" + suffix).grad.T)
        bias, past = getattr(module, "bias_ih" + suffix).grad, getattr(module, "bias_hh" + suffix).grad
        line(f"{name}.{3 * i + 2}", torch.cat([bias, past[2 * HIDDEN:]]) if gates == 3 else bias)


print("torch", torch.__version__)
relu = lambda *sizes, **settings: nn.RNN(*sizes, nonlinearity="relu", **settings)
for kind, make, gates in [("rnn", nn.RNN, 1), ("relu", relu, 1), ("gru", nn.GRU, 3), ("lstm", nn.LSTM, 4)]:
    case(kind, make, gates, start=False)
    case(kind + "-one", make, gates, batch=1, steps=1)
    case(kind + "-deep", make, gates, layers=2, both=True)
    case(kind + "-padded", make, gates, both=True, lengths=[6, 1, 4, 5, 2])
