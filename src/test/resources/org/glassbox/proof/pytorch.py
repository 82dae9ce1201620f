"""Golden values of PyTorch for PyTorchTest: rules on a quadratic, and the gradients of a small net.

Made by   python pytorch.py > pytorch.txt   with the version that the first line of pytorch.txt names, in float32.
Each line: name, then numbers.
"""
import torch

torch.set_num_threads(1)


def line(name, tensor):
    print(name, *(format(v, ".9g") for v in tensor.detach().flatten().tolist()))


def rule(name, make):
    """Ten steps on f(w) = sum of a (w - c)^2 / 2, all three weights after each step."""
    a, c = torch.tensor([1.0, 0.1, 4.0]), torch.tensor([1.0, -2.0, 0.5])
    w = torch.zeros(3, requires_grad=True)
    optimizer = make([w])
    for step in range(1, 11):
        optimizer.zero_grad()
        (0.5 * a * (w - c) ** 2).sum().backward()
        optimizer.step()
        line(f"{name}.{step}", w)


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
shares = torch.tensor([[0.0, 1.0], [1.0, 0.25], [0.5, 0.5], [0.0, 0.0], [1.0, 1.0]])
net("relu-cross-entropy", torch.relu, torch.nn.functional.cross_entropy, torch.tensor([0, 1, 1, 0, 1]))
net("tanh-binary-cross-entropy", torch.tanh, torch.nn.functional.binary_cross_entropy_with_logits, shares)
net("sigmoid-squared-error", torch.sigmoid, torch.nn.functional.mse_loss, shares)
net("softmax-squared-error", lambda z: torch.softmax(z, 1), torch.nn.functional.mse_loss, shares)
