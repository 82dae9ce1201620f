"""ONNX's published node tests as files for OnnxTest: a folder each with model.onnx and test_data_set_0/{input,output}_N.pb.

Made by   python onnx_nodes.py FOLDER   with the package onnx, for example 1.23. Older releases carry such a
folder themselves, onnx/backend/test/data/node: GLASSBOX_ONNX names it.
"""
import pathlib
import sys
import warnings

import onnx
from onnx import TensorProto, numpy_helper
from onnx.backend.test.loader import load_model_tests

warnings.simplefilter("ignore")     # some cases divide by zero on purpose


def proto(value):
    return value if isinstance(value, TensorProto) else numpy_helper.from_array(value)


def write(case, folder):
    """Only cases of one operation on tensors: an «expanded» one says the same in several."""
    if case.model is None or len(case.model.graph.node) != 1:
        return 0
    try:
        parts = [[proto(value) for value in side] for side in case.data_sets[0]]
    except (AttributeError, TypeError, ValueError, RuntimeError):   # sequences, maps, nothing at all
        return 0
    data = folder / case.name / "test_data_set_0"
    data.mkdir(parents=True, exist_ok=True)
    (folder / case.name / "model.onnx").write_bytes(case.model.SerializeToString())
    for label, protos in zip(["input", "output"], parts):
        for i, one in enumerate(protos):
            (data / f"{label}_{i}.pb").write_bytes(one.SerializeToString())
    return 1


target = pathlib.Path(sys.argv[1])
print(sum(write(case, target) for case in load_model_tests(kind="node")), "node tests of onnx", onnx.__version__)
