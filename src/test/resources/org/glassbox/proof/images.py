"""Golden values of PyTorch for ImagesTest: convolution, pooling and normalisation, values and gradients.

Made by   python images.py > images.txt   with the version that the first line of images.txt names, in float32.
Each line: name, then numbers.
"""
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


def case(name, f, *leaves):
    """The value, and the gradients of the sum of its numbers times known weights, leaf by leaf."""
    for leaf in leaves:
        leaf.requires_grad_()
    value = f(*leaves)
    line(name, value)
    (value * numbers(5, *value.shape)).sum().backward()
    for i, leaf in enumerate(leaves):
        line(f"{name}.{i}", leaf.grad)


print("torch", torch.__version__)
x = lambda: numbers(3, 5, 2, 7, 6)
w = lambda: numbers(4, 3, 2, 3, 2)
b = lambda: numbers(8, 3)
case("conv", lambda x, w, b: F.conv2d(x, w, b), x(), w(), b())
case("conv-no-bias", lambda x, w: F.conv2d(x, w), x(), w())
case("conv-stride-padding", lambda x, w, b: F.conv2d(x, w, b, stride=(2, 1), padding=(1, 2)), x(), w(), b())
case("conv-dilation", lambda x, w, b: F.conv2d(x, w, b, stride=(1, 2), padding=1, dilation=(2, 3)), x(), w(), b())
wide = lambda: numbers(3, 5, 4, 7, 6)
case("conv-groups", lambda x, w, b: F.conv2d(x, w, b, padding=1, groups=2), wide(), numbers(4, 6, 2, 3, 2), numbers(8, 6))
case("conv-groups-stride-dilation", lambda x, w: F.conv2d(x, w, stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), wide(),
     numbers(4, 2, 2, 3, 2))
case("conv-depthwise", lambda x, w, b: F.conv2d(x, w, b, groups=4), wide(), numbers(4, 8, 1, 3, 2), numbers(8, 8))
case("conv-1d-groups", lambda x, w: F.conv1d(x, w, numbers(8, 6), groups=2), numbers(3, 5, 4, 7), numbers(4, 6, 2, 3))
case("max", lambda x: F.max_pool2d(x, 2), x())
case("max-overlap", lambda x: F.max_pool2d(x, (3, 2), stride=(2, 1), padding=1), x())
case("max-ties", lambda x: F.max_pool2d(x, 2), torch.floor(2 * x()))
case("average", lambda x: F.avg_pool2d(x, 2), x())
case("average-padding", lambda x: F.avg_pool2d(x, (3, 2), stride=(2, 1), padding=1), x())
g2, b2 = lambda: numbers(2, 2), lambda: numbers(9, 2)
case("batch-norm-images", lambda x, g, b: F.batch_norm(x, None, None, g, b, True, 0.1, 1e-5), x(), g2(), b2())
rows = lambda: numbers(6, 5, 4)
g4, b4 = lambda: numbers(1, 4), lambda: numbers(9, 4)
case("batch-norm-rows", lambda x, g, b: F.batch_norm(x, None, None, g, b, True, 0.1, 1e-5), rows(), g4(), b4())
case("layer-norm", lambda x, g, b: F.layer_norm(x, (4,), g, b, 1e-5), rows(), g4(), b4())
norm = torch.nn.BatchNorm2d(2)
for k in (3, 8):
    norm(numbers(k, 5, 2, 7, 6))
line("running-mean", norm.running_mean)
line("running-variance", norm.running_var)
norm.eval()
case("batch-norm-in-use", norm, x())
