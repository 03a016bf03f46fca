"""Writing models: ONNX graphs with their large weights in half precision or eight bits, JSON files, checksums."""
import hashlib
import json

import numpy as np
import onnx
import torch
from onnx import numpy_helper

OPSET = 17
HALVED, HALF = 2048, ".half"  # tensors of at least so many numbers are halved; what their names end in then
BYTES = "memory256"  # tensors whose names end so are kept in eight bits, with a scale for each place of their first side
BYTE, SCALE = ".byte", ".scale"


def as_bytes(value):
    """float [n, ...] -> int8 of the same shape and scales [n, 1, ...], so that their product is within half a scale."""
    scale = np.abs(value).reshape(len(value), -1).max(1).reshape(-1, *[1] * (value.ndim - 1)) / 127
    scale = np.where(scale > 0, scale, 1).astype(np.float32)
    return np.round(value / scale).astype(np.int8), scale


def rounded(module):
    """The module with its large weights as the file will keep them, ready to be run."""
    with torch.no_grad():
        for name, p in module.named_parameters():
            if name.endswith(BYTES):
                values, scale = as_bytes(p.numpy())
                p.copy_(torch.from_numpy(values * scale))
            elif p.numel() >= HALVED:
                p.copy_(p.half().float())
    return module.eval()


def halved(graph):
    """Keeps the large weights of an ONNX graph in half precision, or in eight bits, each widened when it is loaded."""
    casts, scales = [], []
    for tensor in graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.dtype != np.float32 or value.size < HALVED:
            continue
        name = tensor.name
        if name.endswith(BYTES):
            values, scale = as_bytes(value)
            tensor.CopyFrom(numpy_helper.from_array(values, name + BYTE))
            scales.append(numpy_helper.from_array(scale, name + SCALE))
            casts.append(onnx.helper.make_node("Cast", [name + BYTE], [name + ".wide"], to=onnx.TensorProto.FLOAT))
            casts.append(onnx.helper.make_node("Mul", [name + ".wide", name + SCALE], [name]))
            continue
        tensor.CopyFrom(numpy_helper.from_array(value.astype(np.float16), name + HALF))
        casts.append(onnx.helper.make_node("Cast", [name + HALF], [name], to=onnx.TensorProto.FLOAT))
    graph.initializer.extend(scales)
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)


def export_graph(module, inputs, path, names_in, names_out, axes, fold=True, halve=True):
    """Traces the module into an ONNX file. axes: the names of the free dimensions of each input and output; halve: keep weights in half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(module, inputs, str(path), opset_version=OPSET, input_names=names_in, output_names=names_out, dynamic_axes=axes, do_constant_folding=fold)
    model = onnx.load(str(path))
    if halve:
        halved(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", "utf-8")


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
