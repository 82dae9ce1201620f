"""One training step of the nets that have no other twin, in PyTorch on the CPU: eager, fused Adam.

Prints `torch <workload> <median us> <least us>`. Usage: python torch_twins.py THREADS [WORKLOAD ...]
"""
import sys
import time

import torch
from torch import nn

CHARACTERS = 74  # of the text that ships


class LanguageModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(CHARACTERS, 64)
        self.lstm = nn.LSTM(64, 128, batch_first=True)
        self.head = nn.Linear(128, CHARACTERS)

    def forward(self, x):
        return self.head(self.lstm(self.embedding(x))[0]).flatten(0, 1)


def same(channels, out):
    return nn.Conv2d(channels, out, 3, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU()


def normalized_cnn():
    return nn.Sequential(
        *same(1, 32), *same(32, 32), nn.MaxPool2d(2), *same(32, 64), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10))


def images():
    return torch.rand(64, 1, 28, 28), torch.randint(0, 10, (64,))


def passages():
    return torch.randint(0, CHARACTERS, (32, 32)), torch.randint(0, CHARACTERS, (32 * 32,))


# name: (net, batch, steps timed at once)
WORKLOADS = {
    "bn-cnn-32-32-64-b64": (normalized_cnn, images, 8),
    "lm-32-64-128-b32": (LanguageModel, passages, 40),
}


def main(threads, names):
    torch.manual_seed(0)
    torch.set_num_threads(threads)
    for name in names or WORKLOADS:
        make, batch, steps = WORKLOADS[name]
        net, (x, y) = make(), batch()
        optimizer = torch.optim.Adam(net.parameters(), lr=1e-3, fused=True)
        loss = nn.CrossEntropyLoss()

        def step():
            optimizer.zero_grad()
            loss(net(x), y).backward()
            optimizer.step()

        times = []
        for _ in range(8):  # the first stretch warms up
            start = time.perf_counter()
            for _ in range(steps):
                step()
            times.append((time.perf_counter() - start) / steps * 1e6)
        times = sorted(times[1:])
        print(f"torch {name} {times[3]:.0f} {times[0]:.0f}", flush=True)


main(int(sys.argv[1]), sys.argv[2:])
